package baton.allocation.casework.model;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.allocation.OutsideAcceptanceProposed;
import baton.decision.NumberedOffers;
import baton.decision.NumberedOffers.Offer;
import baton.decision.NumberedOffers.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way of a referral between organisations.
 *
 * @param noted the force that it is for, as far as anybody determined one; or null
 * @param disseminations offers to organisations
 * @param senders who made each of them, in their order
 * @param outside what somebody recorded of an organisation that is not on Baton, or null
 */
public record Journey(
    OrganisationCode noted,
    NumberedOffers<OrganisationCode> disseminations,
    List<OrganisationCode> senders,
    Ownership ownership,
    Outside outside) {
  static final Journey NONE =
      new Journey(null, NumberedOffers.none(), List.of(), Ownership.UNDISPUTED, null);

  /** An acceptance outside Baton that a second person has to confirm. */
  public record Outside(int number, Instant acceptedAt, String reference, PersonId by) {
    static Outside of(OutsideAcceptanceProposed event) {
      return new Outside(event.number(), event.acceptedAt(), event.theirReference(), event.by());
    }
  }

  public Journey {
    senders = List.copyOf(senders);
  }

  OrganisationCode sender(int number) {
    return senders.get(number - 1);
  }

  /** Who sent it where it was accepted last, or null where nobody did. */
  OrganisationCode lastAcceptedFrom() {
    return disseminations.all().reversed().stream()
        .filter(offer -> offer.state() == State.ACCEPTED)
        .findFirst()
        .map(offer -> sender(offer.number()))
        .orElse(null);
  }

  Optional<OrganisationCode> offeredTo(int number) {
    return disseminations.numbered(number).map(Offer::to);
  }

  Journey noting(OrganisationCode force) {
    return new Journey(force, disseminations, senders, ownership, outside);
  }

  Journey offered(int number, OrganisationCode from, OrganisationCode to) {
    return new Journey(
        noted,
        disseminations.offered(number, to),
        Stream.concat(senders.stream(), Stream.of(from)).toList(),
        ownership,
        outside);
  }

  Journey closed(int number, State state) {
    return new Journey(
        noted, disseminations.closed(number, state), senders, ownership, dropping(number));
  }

  /** With no offer open. */
  Journey lapsed() {
    return disseminations.open().map(offer -> closed(offer.number(), State.REPLACED)).orElse(this);
  }

  /** Somebody took it over: whatever was disputed before is so no more. */
  Journey accepted(int number) {
    return closed(number, State.ACCEPTED).with(Ownership.UNDISPUTED);
  }

  Journey with(Ownership changed) {
    return new Journey(noted, disseminations, senders, changed, outside);
  }

  Journey with(Outside changed) {
    return new Journey(noted, disseminations, senders, ownership, changed);
  }

  private Outside dropping(int number) {
    return outside != null && outside.number() == number ? null : outside;
  }
}
