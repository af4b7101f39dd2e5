package dev.rollcall.token;

import dev.rollcall.audit.AuditAct;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.crypto.Sealer;
import dev.rollcall.data.Clock;
import dev.rollcall.data.Rows;
import dev.rollcall.error.CommonProblem;
import dev.rollcall.input.Input;
import dev.rollcall.instance.Instance;
import dev.rollcall.instance.Tenancies;
import dev.rollcall.page.DeletedView;
import dev.rollcall.page.Page;
import dev.rollcall.page.Paged;
import dev.rollcall.page.WireJson;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.List;

/** An instance's templates for tokens that other servers read. A change holds on this node at once, and within a second on others. */
@Stateless
public class JwtTemplates {

    @Inject
    private Rows rows;

    @Inject
    private Sealer sealer;

    @Inject
    private Clock clock;

    @Inject
    private AuditLog audit;

    @Inject
    private Tenancies tenancies;

    /** A page of the templates, newest first. */
    public Paged<JwtTemplateView> list(Instance instance, Input query) {
        var page = Page.of(query);
        var found = rows.of(JwtTemplate.class, instance.id())
                .orderedBy("e.createdAt desc, e.id desc")
                .page(page.limit(), page.offset());
        return new Paged<>(found.list().stream().map(JwtTemplate::view).toList(), found.count());
    }

    /** All templates, newest first. */
    public List<JwtTemplateView> all(Instance instance) {
        return rows.of(JwtTemplate.class, instance.id()).orderedBy("e.createdAt desc, e.id desc").list().stream()
                .map(JwtTemplate::view)
                .toList();
    }

    /** One template. */
    public JwtTemplateView get(Instance instance, String id) {
        return rows.find(JwtTemplate.class, instance.id(), id)
                .orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal)
                .view();
    }

    /** Makes a template: {@code name}, {@code claims}, {@code lifetime}, {@code allowed_clock_skew}, and perhaps a key of its own. */
    public JwtTemplateView create(Instance instance, Input body) {
        var form = JwtTemplateForm.of(body);
        tenancies.change();
        var template = new JwtTemplate(instance.id(), clock.now());
        write(template, form);
        rows.add(template);
        flush();
        var view = template.view();
        audit.record(instance.id(), act("created", view.id()).changing(null, WireJson.object(view)));
        return view;
    }

    /** Changes a template; tokens are made after the new one from the next on. What the body does not speak of stays. */
    public JwtTemplateView update(Instance instance, String id, Input body) {
        var template = lock(instance, id);
        var before = WireJson.object(template.view());
        write(template, JwtTemplateForm.of(body, template));
        flush();
        var view = template.view();
        audit.record(instance.id(), act("updated", id).changing(before, WireJson.object(view)));
        return view;
    }

    /** Deletes a template. Its tokens stay good until they expire. */
    public DeletedView delete(Instance instance, String id) {
        var template = lock(instance, id);
        rows.remove(template);
        audit.record(instance.id(), act("deleted", id).changing(WireJson.object(template.view()), null));
        return DeletedView.of("jwt_template", id);
    }

    private static AuditAct act(String what, String id) {
        return AuditAct.of("jwt_template." + what, "jwt_template", id);
    }

    private void write(JwtTemplate template, JwtTemplateForm form) {
        template.write(form, clock.now());
        if (!form.ownKey()) {
            template.signWith(null);
        }
        form.newKey().ifPresent(key -> template.signWith(sealer.seal(key, template.context())));
    }

    private JwtTemplate lock(Instance instance, String id) {
        tenancies.change();
        return rows.lock(JwtTemplate.class, instance.id(), id).orElseThrow(CommonProblem.RESOURCE_NOT_FOUND::refusal);
    }

    private void flush() {
        try {
            rows.flush();
        } catch (PersistenceException e) {
            throw rows.isUniqueViolation(e)
                    ? CommonProblem.DUPLICATE_RECORD.refusal("name").saying("There is a template of this name already.")
                    : e;
        }
    }
}
