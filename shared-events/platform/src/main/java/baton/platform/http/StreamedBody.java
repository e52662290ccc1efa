package baton.platform.http;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The method reads its body as a stream without a limit; every other body is bounded. */
@Target(METHOD)
@Retention(RUNTIME)
public @interface StreamedBody {}
