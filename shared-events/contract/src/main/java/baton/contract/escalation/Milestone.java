package baton.contract.escalation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;

/**
 * One date of a catch-up plan.
 *
 * @param openAtMost how many of the imported referrals may then still be open
 */
@JsonPropertyOrder({"by", "openAtMost"})
public record Milestone(Instant by, int openAtMost) {
  public Milestone {
    requireNonNull(by);
  }
}
