package org.isolatedmounts.layout;

import java.util.List;
import java.util.Objects;
import org.isolatedmounts.ImageMount;

/** A file system image, with the attributes of {@link ImageMount @ImageMount}. */
public final class ImageSpec extends OptionSpec<ImageSpec> {

    ImageSpec(Attributes attributes) {
        super(attributes);
    }

    /**
     * The mount that an annotation declares.
     *
     * @param declared the annotation
     * @return the mount
     */
    public static ImageSpec of(ImageMount declared) {
        return new ImageSpec(Attributes.of(declared));
    }

    @Override
    ImageSpec make(Attributes others) {
        return new ImageSpec(others);
    }

    /** An image that has no mount point yet: two strings in one call would be confused. */
    public static final class Source {

        private final String source;

        Source(String source) {
            this.source = Objects.requireNonNull(source, "source");
        }

        /**
         * The mount of this image.
         *
         * @param mountPoint as {@link ImageMount#at}
         * @return the mount, with defaults for the rest
         */
        public ImageSpec at(String mountPoint) {
            return new ImageSpec(
                    Attributes.of(ImageMount.class).with("source", source).with("at", mountPoint));
        }

        @Override
        public String toString() {
            return "@ImageMount(source = " + source + ")";
        }
    }

    /**
     * The image.
     *
     * @return as {@link ImageMount#source}
     */
    public String source() {
        return get("source", String.class);
    }

    /**
     * The type of the file system.
     *
     * @return as {@link ImageMount#type}
     */
    public String type() {
        return get("type", String.class);
    }

    /**
     * The same with another type of file system.
     *
     * @param other as {@link ImageMount#type}
     * @return the other value
     */
    public ImageSpec type(String other) {
        return with("type", other);
    }

    /**
     * Further options of the file system.
     *
     * @return as {@link ImageMount#superOptions}, cannot be modified
     */
    public List<String> superOptions() {
        return list("superOptions", String.class);
    }

    /**
     * The same with these further options and no others.
     *
     * @param others as {@link ImageMount#superOptions}
     * @return the other value
     */
    public ImageSpec superOptions(String... others) {
        return with("superOptions", others);
    }
}
