package org.isolatedmounts.layout;

import java.util.List;
import org.isolatedmounts.TmpfsMount;

/** A tmpfs, with the attributes of {@link TmpfsMount @TmpfsMount}. */
public final class TmpfsSpec extends OptionSpec<TmpfsSpec> {

    TmpfsSpec(Attributes attributes) {
        super(attributes);
    }

    /**
     * The mount that an annotation declares.
     *
     * @param declared the annotation
     * @return the mount
     */
    public static TmpfsSpec of(TmpfsMount declared) {
        return new TmpfsSpec(Attributes.of(declared));
    }

    @Override
    TmpfsSpec make(Attributes others) {
        return new TmpfsSpec(others);
    }

    /**
     * The most that the files may take.
     *
     * @return as {@link TmpfsMount#size}
     */
    public String size() {
        return get("size", String.class);
    }

    /**
     * The same with another size.
     *
     * @param other as {@link TmpfsMount#size}
     * @return the other value
     */
    public TmpfsSpec size(String other) {
        return with("size", other);
    }

    /**
     * The most inodes.
     *
     * @return as {@link TmpfsMount#inodes}
     */
    public long inodes() {
        return get("inodes", Long.class);
    }

    /**
     * The same with another number of inodes.
     *
     * @param other as {@link TmpfsMount#inodes}
     * @return the other value
     */
    public TmpfsSpec inodes(long other) {
        return with("inodes", other);
    }

    /**
     * The permissions of the root directory.
     *
     * @return as {@link TmpfsMount#mode}
     */
    public String mode() {
        return get("mode", String.class);
    }

    /**
     * The same with other permissions of the root directory.
     *
     * @param other as {@link TmpfsMount#mode}
     * @return the other value
     */
    public TmpfsSpec mode(String other) {
        return with("mode", other);
    }

    /**
     * Whom the root directory belongs to.
     *
     * @return as {@link TmpfsMount#owner}
     */
    public String owner() {
        return get("owner", String.class);
    }

    /**
     * The same with another owner of the root directory.
     *
     * @param other as {@link TmpfsMount#owner}
     * @return the other value
     */
    public TmpfsSpec owner(String other) {
        return with("owner", other);
    }

    /**
     * How much is left of the size.
     *
     * @return as {@link TmpfsMount#free}
     */
    public String free() {
        return get("free", String.class);
    }

    /**
     * The same with so much left of the size.
     *
     * @param other as {@link TmpfsMount#free}
     * @return the other value
     */
    public TmpfsSpec free(String other) {
        return with("free", other);
    }

    /**
     * What the file system begins with.
     *
     * @return as {@link TmpfsMount#copyOf}
     */
    public String copyOf() {
        return get("copyOf", String.class);
    }

    /**
     * The same with copies of other files.
     *
     * @param other as {@link TmpfsMount#copyOf}
     * @return the other value
     */
    public TmpfsSpec copyOf(String other) {
        return with("copyOf", other);
    }

    /**
     * Further options of the file system.
     *
     * @return as {@link TmpfsMount#superOptions}, cannot be modified
     */
    public List<String> superOptions() {
        return list("superOptions", String.class);
    }

    /**
     * The same with these further options and no others.
     *
     * @param others as {@link TmpfsMount#superOptions}
     * @return the other value
     */
    public TmpfsSpec superOptions(String... others) {
        return with("superOptions", others);
    }
}
