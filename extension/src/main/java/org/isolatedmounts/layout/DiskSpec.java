package org.isolatedmounts.layout;

import java.util.List;
import org.isolatedmounts.DiskMount;

/** A new file system on a disk, with the attributes of {@link DiskMount @DiskMount}. */
public final class DiskSpec extends OptionSpec<DiskSpec> {

    DiskSpec(Attributes attributes) {
        super(attributes);
    }

    /**
     * The mount that an annotation declares.
     *
     * @param declared the annotation
     * @return the mount
     */
    public static DiskSpec of(DiskMount declared) {
        return new DiskSpec(Attributes.of(declared));
    }

    @Override
    DiskSpec make(Attributes others) {
        return new DiskSpec(others);
    }

    /**
     * The type of the file system.
     *
     * @return as {@link DiskMount#type}
     */
    public String type() {
        return get("type", String.class);
    }

    /**
     * The same with another type of file system.
     *
     * @param other as {@link DiskMount#type}
     * @return the other value
     */
    public DiskSpec type(String other) {
        return with("type", other);
    }

    /**
     * The size of the disk.
     *
     * @return as {@link DiskMount#size}
     */
    public String size() {
        return get("size", String.class);
    }

    /**
     * The same with another size.
     *
     * @param other as {@link DiskMount#size}
     * @return the other value
     */
    public DiskSpec size(String other) {
        return with("size", other);
    }

    /**
     * The permissions of the root directory.
     *
     * @return as {@link DiskMount#mode}
     */
    public String mode() {
        return get("mode", String.class);
    }

    /**
     * The same with other permissions of the root directory.
     *
     * @param other as {@link DiskMount#mode}
     * @return the other value
     */
    public DiskSpec mode(String other) {
        return with("mode", other);
    }

    /**
     * Whom the root directory belongs to.
     *
     * @return as {@link DiskMount#owner}
     */
    public String owner() {
        return get("owner", String.class);
    }

    /**
     * The same with another owner of the root directory.
     *
     * @param other as {@link DiskMount#owner}
     * @return the other value
     */
    public DiskSpec owner(String other) {
        return with("owner", other);
    }

    /**
     * How much is left of the room.
     *
     * @return as {@link DiskMount#free}
     */
    public String free() {
        return get("free", String.class);
    }

    /**
     * The same with so much left of the room.
     *
     * @param other as {@link DiskMount#free}
     * @return the other value
     */
    public DiskSpec free(String other) {
        return with("free", other);
    }

    /**
     * What the file system begins with.
     *
     * @return as {@link DiskMount#copyOf}
     */
    public String copyOf() {
        return get("copyOf", String.class);
    }

    /**
     * The same with copies of other files.
     *
     * @param other as {@link DiskMount#copyOf}
     * @return the other value
     */
    public DiskSpec copyOf(String other) {
        return with("copyOf", other);
    }

    /**
     * Further arguments of mkfs(8).
     *
     * @return as {@link DiskMount#mkfsOptions}, cannot be modified
     */
    public List<String> mkfsOptions() {
        return list("mkfsOptions", String.class);
    }

    /**
     * The same with these further arguments and no others.
     *
     * @param others as {@link DiskMount#mkfsOptions}
     * @return the other value
     */
    public DiskSpec mkfsOptions(String... others) {
        return with("mkfsOptions", others);
    }

    /**
     * Further options of the file system.
     *
     * @return as {@link DiskMount#superOptions}, cannot be modified
     */
    public List<String> superOptions() {
        return list("superOptions", String.class);
    }

    /**
     * The same with these further options and no others.
     *
     * @param others as {@link DiskMount#superOptions}
     * @return the other value
     */
    public DiskSpec superOptions(String... others) {
        return with("superOptions", others);
    }
}
