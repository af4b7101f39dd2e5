package dev.rollcall.data;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;

/** Stands around every service ({@code ejb-jar.xml} says so), within its transaction. */
public class ServiceCalls {

    @Inject
    private TransactionEnd end;

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        return end.around(call);
    }
}
