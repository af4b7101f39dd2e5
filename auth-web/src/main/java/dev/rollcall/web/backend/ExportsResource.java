package dev.rollcall.web.backend;

import dev.rollcall.input.Input;
import dev.rollcall.page.Paged;
import dev.rollcall.transfer.ExportService;
import dev.rollcall.transfer.TransferView;
import dev.rollcall.web.shared.CurrentInstance;
import dev.rollcall.web.shared.CurrentQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** Files of all users that are given out. Not part of Clerk's API. */
@Path("/v1/exports")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ExportsResource {

    @Inject
    private CurrentInstance instance;

    @Inject
    private CurrentQuery query;

    @Inject
    private ExportService exports;

    @GET
    public Paged<TransferView> listExports() {
        return exports.list(instance.get(), query.get());
    }

    @POST
    public TransferView createExport(Input body) {
        return exports.create(instance.get(), body);
    }

    @GET
    @Path("{export_id}")
    public TransferView getExport(@PathParam("export_id") String id) {
        return exports.get(instance.get(), id);
    }

    @POST
    @Path("{export_id}/cancel")
    public TransferView cancelExport(@PathParam("export_id") String id) {
        return exports.cancel(instance.get(), id);
    }

    /** Sent part by part; it holds the digests of passwords. */
    @GET
    @Path("{export_id}/file")
    @Produces({ImportsResource.NDJSON, "text/csv"})
    public Response getExportFile(@PathParam("export_id") String id) {
        var file = exports.file(instance.get(), id);
        StreamingOutput lines = file.lines()::writeTo;
        return Response.ok(lines, file.contentType())
                .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
