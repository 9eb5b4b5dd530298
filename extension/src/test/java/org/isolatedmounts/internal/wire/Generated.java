package org.isolatedmounts.internal.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isolatedmounts.internal.event.ForkEvent;
import org.isolatedmounts.internal.plan.ForkCommand;
import org.isolatedmounts.internal.plan.SupervisorCommand;

/** Random values of the types of the protocol, of whatever components they have. */
final class Generated {

    /** All that is sent between the three processes. */
    static final List<Class<?>> PROTOCOL = List.of(ForkEvent.class, SupervisorCommand.class, ForkCommand.class);

    private static final List<String> TEXTS =
            List.of("", " ", "two\nlines", "\0", "ä日本", "😀", "\udc00\ud83d", "\uFFFD");
    private static final int DEPTH = 8;

    private final Random random;

    Generated(long seed) {
        random = new Random(seed);
    }

    /** The records of a sealed interface, those of sealed ones below it included; a record itself. */
    static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(Generated::records);
    }

    /** The type and all of the protocol that its components are made of. */
    static Set<Class<?>> recordsWithin(Class<?> type) {
        Set<Class<?>> found = new LinkedHashSet<>();
        collect(type, found);
        return found;
    }

    private static void collect(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType list) {
            Stream.of(list.getActualTypeArguments()).forEach(argument -> collect(argument, found));
        } else if (((Class<?>) type).isRecord() || ((Class<?>) type).isSealed()) {
            records((Class<?>) type)
                    .filter(found::add)
                    .forEach(each -> Stream.of(each.getRecordComponents())
                            .forEach(component -> collect(component.getGenericType(), found)));
        }
    }

    Object value(Class<?> type) {
        return value(type, 0);
    }

    private Object value(Type type, int depth) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Map.class ? entries() : list(generic.getActualTypeArguments()[0], depth);
        } else if (type == String.class) {
            return random.nextInt(4) == 0 ? "é".repeat(random.nextInt(300)) : TEXTS.get(random.nextInt(TEXTS.size()));
        } else if (type == int.class) {
            return random.nextInt();
        } else if (type == long.class) {
            return random.nextLong();
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == byte[].class) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            return bytes;
        } else if (type == LocalDateTime.class) {
            return LocalDateTime.MIN.plusSeconds(random.nextLong() >>> 16).plusNanos(random.nextInt(1 << 30));
        } else if (type == StackTraceElement.class) {
            return new StackTraceElement(text(), text(), text(), "A", "b", text(), random.nextInt());
        }
        return ofOurs((Class<?>) type, depth);
    }

    private Object ofOurs(Class<?> type, int depth) {
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        }
        List<Class<?>> records = records(type).toList();
        return record(records.get(random.nextInt(records.size())), depth);
    }

    private Object record(Class<?> type, int depth) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Stream.of(components)
                .map(component -> isAbsent(component, depth) ? null : value(component.getGenericType(), depth + 1))
                .toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isAbsent(RecordComponent component, int depth) {
        return component.isAnnotationPresent(Nullable.class) && (depth > DEPTH || random.nextBoolean());
    }

    private List<Object> list(Type element, int depth) {
        int size = depth > DEPTH ? 0 : random.nextInt(4);
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(value(element, depth + 2));
        }
        return list;
    }

    private Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        IntStream.range(0, random.nextInt(4)).forEach(i -> entries.put(i + "=" + value(String.class), "v" + i));
        return entries;
    }

    @org.jspecify.annotations.Nullable
    private String text() {
        return random.nextBoolean() ? (String) value(String.class) : null;
    }
}
