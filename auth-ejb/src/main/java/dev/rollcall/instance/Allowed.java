package dev.rollcall.instance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which values a setting may take. Anything else is refused by the setting's name. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Allowed {

    /** The only texts allowed; any text where there are none. */
    String[] value() default {};

    /** The least number allowed. */
    long from() default 0;

    /** The greatest number allowed. */
    long to() default Long.MAX_VALUE;

    /** Whether the text must be an absolute http(s) URL, or empty. */
    boolean url() default false;

    /** Whether the text must be a colour, {@code #rrggbb}. */
    boolean color() default false;

    /** What the whole text must look like; anything where there is no pattern. */
    String pattern() default "";

    /** How many values a list may have. */
    int items() default 20;
}
