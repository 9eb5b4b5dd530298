package org.isolatedmounts.internal.wire;

/** How the values of one type are written and read. */
abstract class Shape {

    abstract void write(Object value, ContentWriter out);

    /** @throws MalformedFrameException if there is no such value */
    abstract Object read(ContentReader in);
}
