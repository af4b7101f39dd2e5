package dev.rollcall.incontainer;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The one deployment of all tests that run inside the server: the EAR as built, with the tests added, under another name. */
@ArquillianSuiteDeployment
public final class InContainer {

    private static final String DESCRIPTOR = "META-INF/application.xml";

    @Deployment
    public static EnterpriseArchive deployment() {
        var ear = ShrinkWrap.create(EnterpriseArchive.class, "rollcall-it.ear")
                .merge(ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File("target/rollcall.ear")));
        ear.getAsType(WebArchive.class, "/auth-web.war").addPackage(InContainer.class.getPackage());
        // Arquillian looks for its servlet under the WAR's name, whatever the descriptor says
        return ear.setApplicationXML(new StringAsset(descriptor(ear)
                .replace("<context-root>/</context-root>", "<context-root>/auth-web</context-root>")
                .replace(
                        "<application-name>rollcall</application-name>",
                        "<application-name>rollcall-it</application-name>")));
    }

    private static String descriptor(EnterpriseArchive ear) {
        try (var in = ear.get(DESCRIPTOR).getAsset().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private InContainer() {}
}
