package baton.escalation.notices.model;

import static java.util.Objects.requireNonNull;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.FindingKind;
import baton.contract.escalation.Rung;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What somebody is told outside Baton: numbers, clocks and links. Nothing of it says who anybody of
 * a referral is; who may know looks it up.
 *
 * @param id the same however often it is sent
 * @param type such as {@code baton.escalation-climbed}
 * @param at business time
 * @param rung who is told
 * @param organisation who is told
 * @param team whose cause it is, or null
 * @param person who is told, or null
 * @param post who is told, or null
 * @param number the sender's own reference of the referral; null where it is about many
 * @param kind null in a digest
 * @param clock null where it is no clock's
 * @param due when the limit passed, or null
 * @param referrals how many it is about
 * @param confirmed false while a silent writer may still prove it wrong
 * @param link where to look
 * @param causes in a digest; empty elsewhere
 */
public record Notice(
    UUID id,
    String type,
    Instant at,
    Rung rung,
    OrganisationCode organisation,
    TeamId team,
    PersonId person,
    String post,
    String number,
    FindingKind kind,
    ClockName clock,
    Instant due,
    int referrals,
    boolean confirmed,
    String link,
    List<Cause> causes) {
  /** One line of a digest: a cause and how many there are of it. */
  public record Cause(FindingKind kind, ClockName clock, int open, int sinceLast, String link) {}

  public Notice {
    requireNonNull(id);
    requireNonNull(type);
    requireNonNull(at);
    requireNonNull(rung);
    requireNonNull(organisation);
    causes = List.copyOf(causes);
  }

  /** The same for the other side of a hand-off. */
  public Notice to(OrganisationCode other, Rung theirs) {
    return new Notice(
        id, type, at, theirs, other, null, null, null, number, kind, clock, due, referrals,
        confirmed, link, causes);
  }
}
