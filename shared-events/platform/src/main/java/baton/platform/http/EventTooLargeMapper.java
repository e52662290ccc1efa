package baton.platform.http;

import baton.journal.envelope.Envelope;
import baton.journal.store.EventTooLarge;
import baton.platform.Problems;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** What would be recorded is longer than one record of the log may be. */
@Provider
public class EventTooLargeMapper extends ExceptionMapperBase<EventTooLarge> {

  @Override
  protected HttpProblem toProblem(EventTooLarge e) {
    return Problems.of(
        413,
        "too-large",
        "Too large",
        "sealed and encoded, this takes "
            + e.bytes()
            + " bytes; one event is at most "
            + Envelope.MAX_BYTES
            + ": shorten the texts, send files as references");
  }
}
