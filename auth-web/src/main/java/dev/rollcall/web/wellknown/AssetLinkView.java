package dev.rollcall.web.wellknown;

import dev.rollcall.instance.InstanceSettings.NativeApps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** A Digital Asset Link: an Android app to which the site entrusts its links and its people's passwords and passkeys. */
public record AssetLinkView(List<String> relation, Target target) {

    private static final List<String> RELATION =
            List.of("delegate_permission/common.handle_all_urls", "delegate_permission/common.get_login_creds");

    /** The app, by its package and the certificates that it is signed with. */
    public record Target(String namespace, String packageName, List<String> sha256CertFingerprints) {}

    static List<AssetLinkView> of(NativeApps apps) {
        var byPackage = apps.android().stream()
                .map(app -> app.split("/", 2))
                .collect(Collectors.groupingBy(
                        app -> app[0], LinkedHashMap::new, Collectors.mapping(app -> app[1], Collectors.toList())));
        return byPackage.entrySet().stream()
                .map(app -> new AssetLinkView(RELATION, new Target("android_app", app.getKey(), app.getValue())))
                .toList();
    }
}
