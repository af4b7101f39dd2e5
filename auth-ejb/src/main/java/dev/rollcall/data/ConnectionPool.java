package dev.rollcall.data;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.ObjectName;

/** The server's pool of connections to the database, of which the server itself lets go by its management bean alone. */
@ApplicationScoped
class ConnectionPool {

    private static final Logger LOG = Logger.getLogger(ConnectionPool.class.getName());
    private static final String POOL =
            "WebSphere:type=com.ibm.ws.jca.cm.mbean.ConnectionManagerMBean,jndiName=jdbc/rollcall,*";

    /**
     * Closes the sockets of all connections, those in use included ({@link java.sql.Connection#abort}): whoever reads from one fails at
     * once, and the pool forgets them.
     */
    void abort() {
        try {
            var server = ManagementFactory.getPlatformMBeanServer();
            for (var pool : server.queryNames(new ObjectName(POOL), null)) {
                server.invoke(pool, "purgePoolContents", new Object[] {"abort"}, new String[] {String.class.getName()});
            }
        } catch (JMException | RuntimeException e) { // RuntimeException: MBeans throw their own kinds
            LOG.log(Level.WARNING, "cannot let go of the connections to the database", e);
        }
    }
}
