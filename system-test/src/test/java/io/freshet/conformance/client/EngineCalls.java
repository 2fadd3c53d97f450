package io.freshet.conformance.client;

import im.zego.zegoexpress.ZegoExpressEngine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/// Calls methods of the engine by name, with arguments by name. Where there are overloads it takes
/// the one with a result callback, then the one with the fewest arguments besides those that are
/// given, which are null. What a result callback is told is written down.
final class EngineCalls {
    private static final String CALLBACKS = "im.zego.zegoexpress.callback";

    private final JsonLines out;

    EngineCalls(JsonLines out) {
        this.out = out;
    }

    /// @param engine on which a method that is not static is called
    Object call(String name, JSONObject arguments, @Nullable ZegoExpressEngine engine)
            throws UnknownCallException {
        Method method = find(name, arguments.keySet());
        List<@Nullable Object> values = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            values.add(
                    isCallback(parameter)
                            ? writingCallback(parameter.getType())
                            : ApiValues.fromJson(
                                    parameter.getParameterizedType(),
                                    arguments.opt(parameter.getName())));
        }
        try {
            return ApiValues.toJson(method.invoke(engine, values.toArray()));
        } catch (InvocationTargetException thrown) {
            throw new IllegalStateException(name + " threw", thrown.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static Method find(String name, Set<String> arguments) throws UnknownCallException {
        return Arrays.stream(ZegoExpressEngine.class.getMethods())
                .filter(method -> method.getName().equals(name) && takes(method, arguments))
                .min(
                        Comparator.comparing((Method method) -> !hasCallback(method))
                                .thenComparingInt(Method::getParameterCount))
                .orElseThrow(() -> new UnknownCallException("method " + name + arguments));
    }

    private static boolean takes(Method method, Set<String> arguments) {
        return Modifier.isPublic(method.getModifiers())
                && Arrays.stream(method.getParameters())
                        .map(Parameter::getName)
                        .collect(Collectors.toSet())
                        .containsAll(arguments);
    }

    private static boolean hasCallback(Method method) {
        return Arrays.stream(method.getParameters()).anyMatch(EngineCalls::isCallback);
    }

    private static boolean isCallback(Parameter parameter) {
        return parameter.getType().getPackageName().equals(CALLBACKS);
    }

    private Object writingCallback(Class<?> type) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, values) -> {
                    JSONObject told = new JSONObject();
                    Parameter[] parameters = method.getParameters();
                    for (int i = 0; i < parameters.length; i++) {
                        told.put(parameters[i].getName(), ApiValues.toJson(values[i]));
                    }
                    out.callback(method.getName(), told);
                    return null;
                });
    }
}
