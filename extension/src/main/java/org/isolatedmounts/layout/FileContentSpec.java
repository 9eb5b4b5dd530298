package org.isolatedmounts.layout;

import org.isolatedmounts.FileContent;

/** A file with a content, with the attributes of {@link FileContent @FileContent}. */
public final class FileContentSpec extends OptionSpec<FileContentSpec> {

    FileContentSpec(Attributes attributes) {
        super(attributes);
    }

    /**
     * The file that an annotation declares.
     *
     * @param declared the annotation
     * @return the mount
     */
    public static FileContentSpec of(FileContent declared) {
        return new FileContentSpec(Attributes.of(declared));
    }

    @Override
    FileContentSpec make(Attributes others) {
        return new FileContentSpec(others);
    }

    /**
     * The content.
     *
     * @return as {@link FileContent#text}
     */
    public String text() {
        return get("text", String.class);
    }

    /**
     * The same with another content.
     *
     * @param other as {@link FileContent#text}
     * @return the other value
     */
    public FileContentSpec text(String other) {
        return with("text", other);
    }

    /**
     * Where the content is copied from.
     *
     * @return as {@link FileContent#copyOf}
     */
    public String copyOf() {
        return get("copyOf", String.class);
    }

    /**
     * The same with the content of a file or a resource.
     *
     * @param other as {@link FileContent#copyOf}
     * @return the other value
     */
    public FileContentSpec copyOf(String other) {
        return with("copyOf", other);
    }

    /**
     * The permissions of the file.
     *
     * @return as {@link FileContent#mode}
     */
    public String mode() {
        return get("mode", String.class);
    }

    /**
     * The same with other permissions.
     *
     * @param other as {@link FileContent#mode}
     * @return the other value
     */
    public FileContentSpec mode(String other) {
        return with("mode", other);
    }

    /**
     * Whom the file belongs to.
     *
     * @return as {@link FileContent#owner}
     */
    public String owner() {
        return get("owner", String.class);
    }

    /**
     * The same with another owner.
     *
     * @param other as {@link FileContent#owner}
     * @return the other value
     */
    public FileContentSpec owner(String other) {
        return with("owner", other);
    }
}
