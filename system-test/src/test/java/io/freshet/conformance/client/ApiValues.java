package io.freshet.conformance.client;

import im.zego.zegoexpress.entity.ZegoUser;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.json.JSONArray;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/// Turns JSON into the API's values and back: enums by their constants' names, bytes as Base64,
/// entities field by field.
final class ApiValues {
    private ApiValues() {}

    /// @param json null and JSON's null are null, or 0 and false for primitive types
    static @Nullable Object fromJson(Type type, @Nullable Object json) throws UnknownCallException {
        if (json == null || JSONObject.NULL.equals(json)) {
            return absent(type);
        } else if (type == int.class) {
            return ((Number) json).intValue();
        } else if (type == long.class) {
            return ((Number) json).longValue();
        } else if (type == boolean.class) {
            return json;
        } else if (type == String.class) {
            return json.toString();
        } else if (type == byte[].class) {
            return Base64.getDecoder().decode(json.toString());
        } else if (type instanceof ParameterizedType list && list.getRawType() == ArrayList.class) {
            List<@Nullable Object> items = new ArrayList<>();
            for (Object item : (JSONArray) json) {
                items.add(fromJson(list.getActualTypeArguments()[0], item));
            }
            return items;
        } else if (type instanceof Class<?> of && of.isEnum()) {
            return constant(of, json.toString());
        } else if (type instanceof Class<?> of && json instanceof JSONObject object) {
            return entity(of, object);
        }
        throw new UnknownCallException("a value of " + type.getTypeName());
    }

    private static @Nullable Object absent(Type type) {
        if (type == int.class) {
            return 0;
        } else if (type == long.class) {
            return 0L;
        }
        return type == boolean.class ? false : null;
    }

    private static Object constant(Class<?> type, String name) throws UnknownCallException {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new UnknownCallException(type.getSimpleName() + " " + name);
    }

    private static Object entity(Class<?> type, JSONObject json) throws UnknownCallException {
        try {
            Object entity =
                    type == ZegoUser.class
                            ? new ZegoUser("", "")
                            : type.getConstructor().newInstance();
            for (String name : json.keySet()) {
                Field field = type.getField(name);
                field.set(entity, fromJson(field.getGenericType(), json.get(name)));
            }
            return entity;
        } catch (ReflectiveOperationException e) {
            throw new UnknownCallException(type.getSimpleName() + json.keySet() + ": " + e);
        }
    }

    static Object toJson(@Nullable Object value) {
        if (value == null) {
            return JSONObject.NULL;
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        } else if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        } else if (value instanceof Iterable<?> items) {
            JSONArray array = new JSONArray();
            items.forEach(item -> array.put(toJson(item)));
            return array;
        } else if (value.getClass().isArray()) {
            JSONArray array = new JSONArray();
            for (int i = 0; i < Array.getLength(value); i++) {
                array.put(toJson(Array.get(value, i)));
            }
            return array;
        } else if (value.getClass().getPackageName().equals(ZegoUser.class.getPackageName())) {
            return fieldsOf(value);
        }
        return value;
    }

    private static JSONObject fieldsOf(Object entity) {
        JSONObject json = new JSONObject();
        for (Field field : entity.getClass().getFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                try {
                    json.put(field.getName(), toJson(field.get(entity)));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(field.toString(), e);
                }
            }
        }
        return json;
    }
}
