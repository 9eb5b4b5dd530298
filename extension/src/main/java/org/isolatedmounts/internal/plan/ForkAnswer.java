package org.isolatedmounts.internal.plan;

import java.util.Arrays;

/** What a fork is told, each a byte in its pipe of answers; it waits for them after a failure. */
public enum ForkAnswer {

    /** The supervisor has looked at the mounts. */
    EXAMINED('e'),

    /** The host has told its listeners of the failure, and the run goes on. */
    GO_ON('g'),

    /** The run is cancelled; told in place of {@link #GO_ON}, or without having been asked. */
    CANCEL('c');

    private final char code;

    ForkAnswer(char code) {
        this.code = code;
    }

    public byte toByte() {
        return (byte) code;
    }

    public static ForkAnswer of(byte code) {
        return Arrays.stream(values())
                .filter(answer -> answer.toByte() == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no answer " + code));
    }
}
