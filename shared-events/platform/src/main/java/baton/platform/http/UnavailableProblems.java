package baton.platform.http;

import baton.journal.reader.Failure;
import baton.journal.seal.KeyringUnavailable;
import baton.journal.store.TransactionFailed;
import baton.platform.DatabaseFailed;
import baton.platform.Problems;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database or the keyring cannot be reached, or too many write the same thing at once: 503, to
 * be sent again. The transaction was rolled back, so nothing is half stored.
 */
public class UnavailableProblems {

  private static final Logger LOG = LoggerFactory.getLogger(UnavailableProblems.class);
  private static final int RETRY_AFTER_SECONDS = 5;

  @ServerExceptionMapper({
    DatabaseFailed.class,
    TransactionFailed.class,
    EventStoreException.class,
    ConcurrencyException.class,
    KeyringUnavailable.class
  })
  public Response unavailable(RuntimeException e) {
    if (Failure.passes(e)) {
      LOG.warn("Answered 503: {}", Failure.line(e));
      return Problems.builder(
              503,
              "unavailable",
              "Not available at the moment",
              "the service cannot store or read just now; nothing of this request was stored: send"
                  + " it again")
          .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
          .build()
          .toResponse();
    }
    LOG.error("Answered 500: {}", Failure.line(e), e);
    return Problems.of(500, "defect", "A defect of Baton", "this should not happen; it was logged")
        .toResponse();
  }
}
