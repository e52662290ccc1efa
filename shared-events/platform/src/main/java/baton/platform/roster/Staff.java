package baton.platform.roster;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.TeamId;
import baton.decision.Refusal;
import baton.decision.RosterEntry;
import baton.decision.RosterEntry.Missing;
import baton.decision.RosterEntry.Why;
import baton.journal.clock.BusinessClock;
import baton.journal.store.Transactions;
import baton.platform.Attempts;
import baton.platform.Caller;
import baton.platform.RefusedException;
import baton.platform.Role;
import baton.platform.roster.RosterTable.Officer;
import baton.roster.Away;
import baton.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Who acts, and whether those that a command names work where they should and are there. */
@ApplicationScoped
public class Staff {
  private final Caller caller;
  private final Transactions transactions;
  private final Attempts attempts;
  private final BusinessClock clock;

  public Staff(Caller caller, Transactions transactions, Attempts attempts, BusinessClock clock) {
    this.caller = caller;
    this.transactions = transactions;
    this.attempts = attempts;
    this.clock = clock;
  }

  public OrganisationCode organisation() {
    return caller.organisation();
  }

  /**
   * The person who acts; one whom a force's system names has to work there.
   *
   * @throws RefusedException 422 if the roster does not have the one named; 403 for somebody who
   *     has left or is suspended, whatever his or her token still says
   */
  public PersonId person() {
    PersonId person = caller.requirePerson();
    RosterEntry entry = entry(person);
    if (caller.is(Role.FORCE_SYSTEM)) refuse(entry.refusal().filter(_ -> !entry.known()));
    refuse(mayNotAct(entry));
    return person;
  }

  /**
   * The person who acts and takes something over.
   *
   * @throws RefusedException also for somebody who is recorded as absent
   */
  public PersonId personThere() {
    PersonId person = person();
    refuse(
        Optional.of(entry(person)).filter(e -> e.missing() != null).flatMap(RosterEntry::refusal));
    return person;
  }

  /** Somebody as the roster of the caller's organisation has him or her. */
  public RosterEntry entry(PersonId person) {
    return roster(roster -> entry(roster, person, clock.instant()));
  }

  /**
   * The person to whom it is offered now.
   *
   * @throws RefusedException for a team that the roster does not have, or for which nobody is on
   *     duty
   */
  public RosterEntry entry(Receiver to) {
    return to.person() == null ? onDuty(to.team()) : entry(to.person());
  }

  /**
   * Does the work in one transaction during which nobody of the caller's organisation leaves or is
   * suspended: for whatever makes somebody custodian.
   */
  public <T> T steady(Callable<T> work) {
    return attempts.inTransaction(
        () -> {
          RosterLock.shared(organisation(), transactions.connection());
          return work.call();
        });
  }

  /** Whether the caller's organisation has this team. */
  public boolean hasTeam(TeamId team) {
    return roster(roster -> roster.hasTeam(organisation(), team));
  }

  /** Whether the person leads a team of the caller's organisation, as supervisor or deputy. */
  public boolean leads(PersonId person) {
    return roster(roster -> roster.leads(organisation(), person));
  }

  private RosterEntry onDuty(TeamId team) {
    return roster(
        table -> {
          if (!table.hasTeam(organisation(), team)) throw refused(noSuchTeam(team));
          Instant now = clock.instant();
          return table
              .load(organisation())
              .takesFor(organisation(), team, now)
              .map(person -> entry(table, person, now))
              .orElseThrow(() -> refused(nobodyOnDuty(team)));
        });
  }

  private Refusal noSuchTeam(TeamId team) {
    return Refusal.unprocessable(
        "team-not-in-roster",
        team
            + " is no team in the roster of "
            + organisation()
            + " as far as it has been read here; an administrator adds teams with POST /teams of"
            + " allocation-service.");
  }

  private Refusal nobodyOnDuty(TeamId team) {
    return Refusal.conflict(
        "nobody-on-duty",
        "Nobody is on duty now for "
            + team
            + " of "
            + organisation()
            + ", and no duty inspector is: what is handed to nobody is lost. Name a person, or set"
            + " who is on duty with PUT /teams/{id}/rota of allocation-service.");
  }

  private RosterEntry entry(RosterTable table, PersonId person, Instant now) {
    Optional<Officer> found = table.officer(organisation(), person);
    return new RosterEntry(
        organisation(),
        person,
        found.isPresent(),
        found.map(Officer::team).orElse(null),
        why(table.load(organisation(), person), person, now)
            .map(why -> missing(table, person, why, now))
            .orElse(null));
  }

  private Optional<Why> why(Roster roster, PersonId person, Instant now) {
    if (roster.left(organisation(), person)) return Optional.of(Why.LEFT);
    Optional<Away> away = roster.absent(organisation(), person, now);
    return away.map(each -> each.suspended() ? Why.SUSPENDED : Why.AWAY);
  }

  private Missing missing(RosterTable table, PersonId person, Why why, Instant now) {
    return new Missing(why, table.cover(organisation(), null, person, now));
  }

  private static Optional<Refusal> mayNotAct(RosterEntry entry) {
    if (entry.missing() == null || entry.missing().why() == Why.AWAY) return Optional.empty();
    return entry
        .refusal()
        .map(
            refusal ->
                Refusal.forbidden(
                    refusal.code(),
                    entry.person()
                        + " has left "
                        + entry.organisation()
                        + " or is suspended, and acts for it no more (R4); an administrator of it"
                        + " changes the roster."));
  }

  private static void refuse(Optional<Refusal> refusal) {
    refusal.ifPresent(
        reason -> {
          throw refused(reason);
        });
  }

  private static RefusedException refused(Refusal refusal) {
    return new RefusedException(refusal);
  }

  private <T> T roster(Function<RosterTable, T> question) {
    return transactions.inTransaction(
        () -> question.apply(RosterTable.on(transactions.connection())));
  }
}
