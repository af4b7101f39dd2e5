package dev.rollcall.web.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers what the container refuses by itself, in the wire's shape instead of the server's HTML. */
@WebServlet("/.error")
public class ErrorPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var answer = answer(status == null ? 404 : status, failure, request);
        response.setHeader(Trace.HEADER, Trace.of(request));
        answer.send(response);
    }

    private static ErrorAnswer answer(int status, Throwable failure, HttpServletRequest request) {
        if (failure instanceof IOException) { // how the container says, as a 500, that it does not like the path
            return ErrorAnswer.of(WebProblem.REQUEST_URI_INVALID.refusal(), request);
        }
        boolean hidden =
                status == HttpServletResponse.SC_NOT_FOUND; // WEB-INF, which the container guards by an exception
        return failure == null || hidden
                ? ErrorAnswer.ofStatus(status, null, request)
                : ErrorAnswer.of(failure, request);
    }
}
