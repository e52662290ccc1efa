package baton.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a read-only copy answers too: on a resource its GETs, on a method that method. Everything
 * else is refused there, so that a new endpoint is closed on copies until somebody thought of it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ServesCopies {}
