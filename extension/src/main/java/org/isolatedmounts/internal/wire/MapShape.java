package org.isolatedmounts.internal.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A map from text to text, which keeps its order. */
final class MapShape extends Shape {

    @Override
    void write(Object value, ContentWriter out) {
        Map<?, ?> map = (Map<?, ?>) value;
        out.integer(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.text((String) entry.getKey());
            out.text((String) entry.getValue());
        }
    }

    @Override
    Object read(ContentReader in) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int left = in.count("entries"); left > 0; left--) {
            String key = in.text();
            if (map.put(key, in.text()) != null) {
                throw in.malformed("each key once", "one twice: " + key);
            }
        }
        return Collections.unmodifiableMap(map);
    }
}
