package dev.rollcall.instance;

import dev.rollcall.domain.DomainNames;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.input.OneLine;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What an operator wants to create: a name, which instances, and the domain of the production one (null without). */
record NewApplication(String name, Set<EnvironmentType> types, String domain) {

    private static final int MAX_NAME = 256;
    private static final int MAX_DOMAIN = 240; // leaves room for the clerk. label
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    /** Reads the request; what we cannot do is refused by name. */
    static NewApplication of(Input input) {
        input.only(Set.of("name", "domain", "environment_types", "template"));
        input.text("template").filter(template -> !template.equals("b2c-saas")).ifPresent(template -> {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("template")
                    .saying("template must be b2c-saas, or left out.");
        });
        var types = types(input);
        var domain = input.text("domain").map(NewApplication::domain).orElse(null);
        if (types.contains(EnvironmentType.PRODUCTION) && domain == null) {
            throw Input.missing("domain");
        }
        if (domain != null && !types.contains(EnvironmentType.PRODUCTION)) {
            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                    .refusal("domain")
                    .saying("domain belongs to a production instance: add production to environment_types.");
        }
        return new NewApplication(name(input.required("name")), types, domain);
    }

    /** An application's name, for display only. */
    static String name(String raw) {
        var name = raw.strip();
        if (name.isEmpty()) {
            throw Input.missing("name");
        }
        if (name.length() > MAX_NAME) {
            throw CommonProblem.FORM_PARAM_MAX_LENGTH_EXCEEDED
                    .refusal("name")
                    .saying("name must be at most " + MAX_NAME + " characters.");
        }
        return OneLine.checked("name", name);
    }

    /** A domain of one's own in its ASCII form: a name with at least two labels, no scheme, port or path. */
    static String domain(String raw) {
        var domain = DomainNames.ascii(raw.strip()).orElse("");
        if (domain.length() > MAX_DOMAIN || !DOMAIN.matcher(domain).matches()) {
            throw CommonProblem.FORM_PARAM_FORMAT_INVALID
                    .refusal("domain")
                    .saying("domain must be a domain name such as example.com, without scheme, port or path.");
        }
        return domain;
    }

    private static Set<EnvironmentType> types(Input input) {
        var types = EnumSet.noneOf(EnvironmentType.class);
        for (var name : input.list("environment_types")) {
            types.add(
                    switch (name) {
                        case "development" -> EnvironmentType.DEVELOPMENT;
                        case "production" -> EnvironmentType.PRODUCTION;
                        default ->
                            throw CommonProblem.FORM_PARAM_VALUE_INVALID
                                    .refusal("environment_types")
                                    .saying("environment_types may hold development and production.");
                    });
        }
        return types.isEmpty() ? EnumSet.of(EnvironmentType.DEVELOPMENT) : types;
    }
}
