package dev.rollcall.incontainer;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rollcall.data.Migrator;
import jakarta.inject.Inject;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The schema is there before anything asks for it. Also the pattern of a test that runs inside the server. */
@ExtendWith(ArquillianExtension.class)
class MigratorIT {

    @Inject
    private Migrator migrator;

    @Test
    void theSchemaIsUpToDate() {
        assertNotNull(migrator.version());
    }

    @Test
    void thisRunsInsideTheServer() {
        assertTrue(getClass().getClassLoader().getClass().getName().startsWith("com.ibm.ws"));
    }
}
