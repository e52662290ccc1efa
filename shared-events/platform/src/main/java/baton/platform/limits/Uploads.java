package baton.platform.limits;

import baton.contract.OrganisationCode;
import baton.platform.BatonConfig;
import baton.platform.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

/** Batches under way. One that trickles for hours takes one of its own agency's places. */
@ApplicationScoped
public class Uploads {

  private final int max;
  private final int maxEach;
  private final Shares shares;

  Uploads(BatonConfig config) {
    this.max = config.http().uploads();
    this.maxEach = config.http().uploadsEach();
    this.shares = new Shares(max, maxEach);
  }

  /** A place, until it is closed. */
  @FunctionalInterface
  public interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /** 429 if the agency has all of its own, 503 if everybody together has all. */
  public Place begin(OrganisationCode agency) {
    return switch (shares.take(agency)) {
      case TAKEN -> () -> shares.giveBack(agency);
      case ALL_ARE_TAKEN -> throw new Busy("the service takes " + max + " batches already");
      case OWN_ARE_TAKEN ->
          throw Problems.builder(
                  429,
                  "too-many-batches",
                  "Too much",
                  agency
                      + " sends "
                      + maxEach
                      + " batches already, as many as one may at once; nothing of this one was"
                      + " stored: send it again when another one has ended")
              .withHeader(HttpHeaders.RETRY_AFTER, Busy.RETRY_AFTER_SECONDS)
              .build();
    };
  }
}
