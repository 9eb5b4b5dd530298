package org.isolatedmounts.internal.plan;

/** One mount of a {@link Layout}, validated as far as that can be done without the kernel. */
public sealed interface MountPlan permits TmpfsPlan, BindPlan {

    /** Absolute and normalised: no {@code .}, no {@code ..}, no trailing slash. */
    String mountPoint();

    /** Where it was declared, for error messages: {@code @TmpfsMount(at = "/data") on class com.example.SpoolerTest}. */
    String declaredBy();
}
