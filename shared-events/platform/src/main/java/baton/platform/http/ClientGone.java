package baton.platform.http;

import baton.journal.reader.Failure;
import baton.platform.Problems;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A caller that hangs up in the middle of an answer is no defect, and nobody reads what is told.
 */
public class ClientGone {

  private static final Logger LOG = LoggerFactory.getLogger(ClientGone.class);

  @ServerExceptionMapper
  public Response failed(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause())
      if (cause instanceof HttpClosedException)
        return Problems.of(400, "connection-closed", "Connection closed", "the caller hung up")
            .toResponse();
    LOG.error("Answered 500: {}", Failure.line(e), e);
    return Problems.of(500, "defect", "A defect of Baton", "this should not happen; it was logged")
        .toResponse();
  }
}
