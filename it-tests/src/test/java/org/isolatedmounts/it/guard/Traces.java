package org.isolatedmounts.it.guard;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What ran in this JVM. */
final class Traces {

    static final List<String> ALL = new CopyOnWriteArrayList<>();

    private Traces() {}
}
