package dev.rollcall.web.backend;

import dev.rollcall.input.Input;
import dev.rollcall.page.Paged;
import dev.rollcall.transfer.FileLines;
import dev.rollcall.transfer.ImportService;
import dev.rollcall.transfer.TransferView;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentQuery;
import dev.rollcall.web.shared.Upload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;

/** Files of users that are taken in. Not part of Clerk's API. */
@Path("/v1/imports")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource {

    static final String NDJSON = "application/x-ndjson";

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private ImportService imports;

    @GET
    public Paged<TransferView> listImports() {
        return imports.list(instance.get(), query.get());
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
    public TransferView createImport(Input body) {
        return imports.create(instance.get(), body);
    }

    /** A small file goes with the request; its {@code format} is in the query then. */
    @POST
    @Consumes({NDJSON, "text/csv", MediaType.MULTIPART_FORM_DATA})
    public TransferView importFile(Upload file) {
        return imports.create(instance.get(), query.get(), file.content());
    }

    @GET
    @Path("{import_id}")
    public TransferView getImport(@PathParam("import_id") String id) {
        return imports.get(instance.get(), id);
    }

    @PUT
    @Path("{import_id}/parts/{number:\\d{1,4}}")
    public TransferView uploadPart(@PathParam("import_id") String id, @PathParam("number") int number, Upload part) {
        return imports.upload(instance.get(), id, number, part.content());
    }

    @POST
    @Path("{import_id}/start")
    public TransferView startImport(@PathParam("import_id") String id) {
        return imports.start(instance.get(), id);
    }

    @POST
    @Path("{import_id}/cancel")
    public TransferView cancelImport(@PathParam("import_id") String id) {
        return imports.cancel(instance.get(), id);
    }

    @GET
    @Path("{import_id}/report")
    @Produces(NDJSON)
    public StreamingOutput getImportReport(@PathParam("import_id") String id) {
        FileLines report = imports.report(instance.get(), id);
        return report::writeTo;
    }
}
