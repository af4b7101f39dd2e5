package dev.rollcall.web.frontend;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Whether the envelope carries the client. Unless said otherwise, it does after a change and not after a GET. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@interface WithClient {

    /** False where the response is the client itself. */
    boolean value() default true;
}
