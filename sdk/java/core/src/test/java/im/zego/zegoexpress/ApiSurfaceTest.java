package im.zego.zegoexpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The public API is a promise: a change of it shows as a change of `api/zegoexpress.api`.
/// `-Dfreshet.api.update=true` writes the file anew.
class ApiSurfaceTest {
    private static final Path DUMP = Path.of("api", "zegoexpress.api");

    @Test
    void theApiIsTheOneWrittenDown() throws IOException, ReflectiveOperationException {
        String now = dump();
        if (Boolean.getBoolean("freshet.api.update")) {
            Files.createDirectories(DUMP.getParent());
            Files.writeString(DUMP, now);
        }
        assertThat(now).isEqualTo(Files.readString(DUMP));
    }

    @Test
    void everyEnumFindsItsConstantsByNumber() throws ReflectiveOperationException, IOException {
        int enums = 0;
        for (Class<?> type : publicTypes()) {
            if (!type.isEnum()) {
                continue;
            }
            enums++;
            Method value = type.getMethod("value");
            Method get = type.getMethod("get" + type.getSimpleName(), int.class);
            for (Object constant : type.getEnumConstants()) {
                Object number = value.invoke(constant);
                assertThat(value.invoke(get.invoke(null, number))).isEqualTo(number);
            }
            assertThat(get.invoke(null, -12345)).as(type.getSimpleName()).isNull();
        }
        assertThat(enums).isGreaterThan(130);
    }

    private static String dump() throws IOException, ReflectiveOperationException {
        StringBuilder out = new StringBuilder();
        for (Class<?> type : publicTypes()) {
            out.append(kind(type)).append(' ').append(type.getName()).append('\n');
            members(type).stream()
                    .sorted()
                    .forEach(member -> out.append("  ").append(member).append('\n'));
        }
        return out.toString();
    }

    private static List<Class<?>> publicTypes() throws IOException, ReflectiveOperationException {
        Path classes = Path.of("target", "classes");
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes.resolve("im/zego/zegoexpress"))) {
            for (Path file : files.sorted().toList()) {
                String name = classes.relativize(file).toString().replace('/', '.');
                if (!name.endsWith(".class")
                        || name.contains(".internal.")
                        || name.endsWith("package-info.class")) {
                    continue;
                }
                Class<?> type = Class.forName(name.substring(0, name.length() - 6));
                if (Modifier.isPublic(type.getModifiers())) {
                    types.add(type);
                }
            }
        }
        return types;
    }

    private static String kind(Class<?> type) {
        if (type.isEnum()) {
            return "enum";
        } else if (type.isInterface()) {
            return "interface";
        }
        return Modifier.isAbstract(type.getModifiers()) ? "abstract class" : "class";
    }

    private static List<String> members(Class<?> type) throws ReflectiveOperationException {
        List<String> members = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isPublic(field.getModifiers())) {
                continue;
            }
            if (field.isEnumConstant()) {
                Object number = type.getMethod("value").invoke(field.get(null));
                members.add(field.getName() + " = " + number);
            } else {
                members.add(
                        modifiers(field.getModifiers())
                                + field.getGenericType().getTypeName()
                                + " "
                                + field.getName());
            }
        }
        for (Constructor<?> constructor : type.getConstructors()) {
            members.add("new(" + parameters(constructor.getParameters()) + ")");
        }
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
                members.add(
                        modifiers(method.getModifiers())
                                + method.getGenericReturnType().getTypeName()
                                + " "
                                + method.getName()
                                + "("
                                + parameters(method.getParameters())
                                + ")");
            }
        }
        return members;
    }

    private static String modifiers(int modifiers) {
        return (Modifier.isStatic(modifiers) ? "static " : "")
                + (Modifier.isFinal(modifiers) ? "final " : "")
                + (Modifier.isAbstract(modifiers) ? "abstract " : "");
    }

    private static String parameters(Parameter[] parameters) {
        return Arrays.stream(parameters)
                .map(p -> p.getParameterizedType().getTypeName() + " " + p.getName())
                .collect(Collectors.joining(", "));
    }
}
