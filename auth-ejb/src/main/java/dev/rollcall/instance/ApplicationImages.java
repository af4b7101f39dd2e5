package dev.rollcall.instance;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Roots;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.id.Ids;
import dev.rollcall.id.Prefix;
import dev.rollcall.image.Picture;
import dev.rollcall.image.StoredImage;
import dev.rollcall.instance.ApplicationImage.Kind;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The logo and the favicon of an application. Every image has an id of its own, so that browsers may keep it for good. */
@Stateless
public class ApplicationImages {

    @Inject
    private Applications applications;

    @Inject
    private Tenancies tenancies;

    @Inject
    private Roots roots;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** Sets the logo, in place of the one before. */
    public void storeLogo(String applicationId, byte[] content) {
        replace(applicationId, Kind.LOGO, Picture.of(content));
    }

    /** Sets the favicon, which may also be an ICO file. */
    public void storeFavicon(String applicationId, byte[] content) {
        replace(applicationId, Kind.FAVICON, Picture.ofIcon(content));
    }

    /** Takes the logo away, if there is one. */
    public void removeLogo(String applicationId) {
        replace(applicationId, Kind.LOGO, null);
    }

    /** Takes the favicon away, if there is one. */
    public void removeFavicon(String applicationId) {
        replace(applicationId, Kind.FAVICON, null);
    }

    /** The image of that id, if it is this application's. */
    public Optional<StoredImage> find(String applicationId, String imageId) {
        return roots.find(ApplicationImage.class, imageId)
                .filter(image -> image.applicationId().equals(applicationId))
                .map(ApplicationImage::toStored);
    }

    private void replace(String applicationId, Kind kind, Picture picture) {
        tenancies.change(); // two uploads at once come one after the other
        var application = applications.find(applicationId).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
        roots.list(
                        ApplicationImage.class,
                        "select i from ApplicationImage i where i.applicationId = :application and i.kind = :kind",
                        Map.of("application", applicationId, "kind", kind))
                .forEach(roots::remove);
        roots.flush();
        var id = picture == null ? null : Ids.next(Prefix.IMAGE);
        if (id != null) {
            roots.add(new ApplicationImage(id, applicationId, kind, picture, clock.real()));
        }
        application.show(kind, id, clock.real());
        var what = kind.name().toLowerCase(Locale.ROOT) + (id == null ? "_removed" : "_changed");
        audit.record(null, AuditAct.of("application." + what, "application", applicationId));
    }
}
