package org.isolatedmounts.mountinfo;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the NFS client of Linux tells of one mount; see proc_pid_mountstats(5). What a kernel does not tell is empty or
 * zero. Counters are the kernel's unsigned numbers of 64 bits.
 *
 * @param version of the format, such as {@code 1.1}
 * @param options of the mount, {@code opts}
 * @param age since the filesystem was mounted, to the second
 * @param capabilities {@code caps}: names and values, such as {@code wtmult} and {@code 512}
 * @param events how often what happened; see {@link #count(NfsEvent)}
 * @param bytes how much was transferred; see {@link #count(NfsBytes)}
 * @param program the number of the RPC program and its version, such as {@code 100003/4}
 * @param transports {@code xprt}: one for each connection
 * @param operations the statistics of each operation of the protocol, such as {@code READ}
 * @param otherLines all else, such as {@code sec} and {@code nfsv4}, by what stands before the colon
 */
public record NfsStatistics(
        String version,
        List<String> options,
        Duration age,
        Map<String, String> capabilities,
        Map<NfsEvent, Long> events,
        Map<NfsBytes, Long> bytes,
        String program,
        List<Transport> transports,
        Map<String, Operation> operations,
        Map<String, String> otherLines) {

    /**
     * A connection to the server.
     *
     * @param protocol {@code tcp}, {@code udp}, {@code rdma} or {@code local}
     * @param counters what the kernel writes after it; for {@code tcp}: local port, binds, connects, connect time, idle
     *     time in seconds, requests sent, replies received, replies of unknown requests, average length of the request
     *     queue and of the backlog as sums, highest number of slots, sums of the sending and of the pending queue
     */
    public record Transport(String protocol, List<Long> counters) {

        /**
         * Makes a transport.
         *
         * @throws NullPointerException if an argument or a counter is null
         */
        public Transport {
            requireNonNull(protocol, "protocol");
            counters = List.copyOf(counters);
        }
    }

    /**
     * What came of the calls of one operation.
     *
     * @param requests how many there were
     * @param transmissions how often they were sent, repetitions included
     * @param majorTimeouts how often the server was given up for the time being
     * @param bytesSent headers included
     * @param bytesReceived headers included
     * @param queued how long all requests together waited to be sent
     * @param roundTrip how long they then waited for the reply
     * @param execution how long they took from beginning to end
     * @param errors how many ended with an error; absent before format 1.1 of the RPC statistics
     */
    public record Operation(
            long requests,
            long transmissions,
            long majorTimeouts,
            long bytesSent,
            long bytesReceived,
            Duration queued,
            Duration roundTrip,
            Duration execution,
            OptionalLong errors) {

        /**
         * Makes an operation.
         *
         * @throws NullPointerException if an argument is null
         */
        public Operation {
            requireNonNull(queued, "queued");
            requireNonNull(roundTrip, "roundTrip");
            requireNonNull(execution, "execution");
            requireNonNull(errors, "errors");
        }
    }

    /**
     * Makes statistics.
     *
     * @throws NullPointerException if an argument or an element is null
     */
    public NfsStatistics {
        requireNonNull(version, "version");
        options = List.copyOf(options);
        requireNonNull(age, "age");
        capabilities = ordered(capabilities);
        events = ordered(events);
        bytes = ordered(bytes);
        requireNonNull(program, "program");
        transports = List.copyOf(transports);
        operations = ordered(operations);
        otherLines = ordered(otherLines);
    }

    private static <K, V> Map<K, V> ordered(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * How often something happened.
     *
     * @param event what
     * @return the counter; zero if this kernel has none
     */
    public long count(NfsEvent event) {
        return events.getOrDefault(event, 0L);
    }

    /**
     * How much was transferred.
     *
     * @param kind what
     * @return the counter; zero if this kernel has none
     */
    public long count(NfsBytes kind) {
        return bytes.getOrDefault(kind, 0L);
    }
}
