package baton.contract.allocation;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;

/**
 * Mail to the duty mailbox of a force was taken by no mail server for days and is not tried again:
 * what it told of has to be found on the force's lists. Later mail is tried all the same.
 *
 * @param mails how many were given up together, 1 or more
 * @param oldestMadeAt system time at which the oldest of them was written
 * @param failure of the last attempt, in Baton's own words
 */
@JsonTypeName("baton.duty-mail-given-up.v1")
@JsonPropertyOrder({"force", "mails", "oldestMadeAt", "failure"})
public record DutyMailGivenUp(
    OrganisationCode force, int mails, Instant oldestMadeAt, String failure)
    implements DutyMailEvent {
  public DutyMailGivenUp {
    requireNonNull(force);
    requireNonNull(oldestMadeAt);
    requireNonNull(failure);
    if (mails < 1) throw new IllegalArgumentException("given up is one mail at least");
  }
}
