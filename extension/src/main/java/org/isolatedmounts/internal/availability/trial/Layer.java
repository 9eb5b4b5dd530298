package org.isolatedmounts.internal.availability.trial;

/** Who denies; the text completes the sentence that begins with what was attempted. */
public enum Layer {
    OPERATING_SYSTEM("is not possible on this operating system"),
    PROC("needs /proc, which is not mounted here"),
    PROGRAMS("fails for want of a program"),
    KERNEL_VERSION("needs a newer kernel"),
    KERNEL_CONFIG("is not built into this kernel"),
    WORK_DIRECTORY("needs a directory to mount it on, and there is none"),
    NAMESPACE_LIMIT("is denied by a limit on the number of namespaces"),
    RESOURCE_LIMIT("is denied by a limit on processes, memory or the size of files"),
    USER_NAMESPACE_SYSCTL("is denied to ordinary users by a sysctl of the kernel"),
    CHROOT("is denied because this process runs in a chroot"),
    SECCOMP("is denied by a seccomp filter"),
    APPARMOR("is denied by AppArmor"),
    SELINUX("is denied by SELinux"),
    SECURITY_MODULE("is denied by a security module"),
    CAPABILITIES("is denied for want of capabilities"),
    PROC_MASKED("is refused while something is mounted over parts of the old one"),
    LOOP_DEVICE("needs a loop device, and gets none"),
    UNKNOWN("is denied by something that could not be told");

    private final String predicate;

    Layer(String predicate) {
        this.predicate = predicate;
    }

    public String predicate() {
        return predicate;
    }
}
