package baton.escalation.watching;

import baton.escalation.alarms.AlarmTable;
import baton.escalation.alarms.Alarms;
import baton.escalation.catchup.CatchUp;
import baton.journal.clock.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that raises, ends or lets climb an alarm apart from the single escalations: people,
 * teams, plans, and the alarms that are open.
 */
@ApplicationScoped
public class AlarmLooks {
  private final Alarms alarms;
  private final People people;
  private final Teams teams;
  private final CatchUp catchUp;
  private final BusinessClock clock;

  public AlarmLooks(
      Alarms alarms, People people, Teams teams, CatchUp catchUp, BusinessClock clock) {
    this.alarms = alarms;
    this.people = people;
    this.teams = teams;
    this.catchUp = catchUp;
    this.clock = clock;
  }

  /**
   * Whether {@link #keep} would find something to do. A read, so that a look at which nothing is
   * due writes nothing.
   *
   * @param certain up to when every partition is known for certain, exclusive
   * @param presumed the same, if the silent writers recorded nothing
   */
  public boolean due(Instant certain, Instant presumed, Connection connection) {
    return teams.due(certain)
        || alarms.due(presumed, connection)
        || people.due(certain, clock.instant(), connection)
        || catchUp.due(certain, connection);
  }

  /**
   * Within a transaction and its root unit of work.
   *
   * @return whether more may be due
   */
  public boolean keep(Instant certain, Instant presumed, int limit, Connection tx) {
    AlarmTable.on(tx).lockToGroup();
    int people = this.people.keep(certain, clock.instant(), limit, tx);
    catchUp.keep(certain, tx);
    if (teams.due(certain)) teams.keep(certain, tx);
    return alarms.keep(presumed, limit, tx) || people >= limit;
  }

  /**
   * When something of it is due next. The hourly look at the teams is not.
   *
   * @param known what is due before it and not judged yet waits for a silent writer
   */
  public Optional<Instant> next(Instant known, Connection connection) {
    return Stream.of(
            AlarmTable.on(connection).next(),
            People.next(known, connection),
            CatchUp.next(known, connection))
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }
}
