package baton.simulation;

import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralEvent;
import baton.contract.ReferralId;
import baton.contract.journal.ParkingEvent;
import baton.custody.Custody;
import baton.journal.reader.KeptByReader;
import baton.journal.reader.LogRecord;
import baton.journal.relay.RelayTables;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One of the four services: its database, and what it does with what it reads. */
public final class Service {
  static final OrganisationCode KENT = new OrganisationCode("46");
  static final PersonId SOMEBODY = new PersonId("p-1001");

  private final World world;
  private final String name;
  private final long skew;
  private final Store store;
  private final RelayTables relayTables = new RelayTables();
  private final KeptByReader kept = new KeptByReader();
  private final Group group;
  private final Appender appender;
  private final Set<String> poison = new HashSet<>();
  private final Map<ReferralId, Custody> board = new TreeMap<>();
  private final Raised raised = new Raised();

  Service(World world, String name, long skew, Group group) {
    this.world = world;
    this.name = name;
    this.skew = skew;
    this.group = group;
    this.store = new Store("/" + name + "-service", world.invariants());
    this.appender = new Appender(world, this);
  }

  public String source() {
    return store.source();
  }

  public String name() {
    return name + "-service";
  }

  String plainName() {
    return name;
  }

  boolean is(String other) {
    return name.equals(other);
  }

  public Store store() {
    return store;
  }

  public RelayTables relayTables() {
    return relayTables;
  }

  public KeptByReader kept() {
    return kept;
  }

  Group group() {
    return group;
  }

  Map<ReferralId, Custody> board() {
    return board;
  }

  Raised raised() {
    return raised;
  }

  Set<String> poison() {
    return poison;
  }

  /** The business clock of every process of this service. */
  public Instant now() {
    return world.time().now().plusNanos(skew * 1_000);
  }

  public Work begin(Actor actor) {
    return new Work(this, appender, new Transaction(store, actor));
  }

  void keep(Map<ReferralId, Custody> folded) {
    if (world.bug() == Bug.BOARD_KEEPS_ONE_OF_A_BATCH)
      folded.values().stream().limit(1).forEach(each -> board.put(each.referral(), each));
    else board.putAll(folded);
    folded.values().forEach(world.invariants()::held);
    world.invariants().finished(this);
  }

  /** What the log told, in the transaction of the batch. */
  public void handle(Work work, LogRecord record) {
    if (poison.contains(Row.name(record.envelope())))
      throw new IllegalStateException("an event that this service cannot apply");
    work.transaction().onCommit(() -> world.invariants().applied(this, record));
    if (record.event().event() instanceof ReferralEvent event) {
      if (is("escalation")) fold(work, record);
      else
        Reactions.of(name, event)
            .forEach((stream, reaction) -> work.append(stream, reaction, record.event().id()));
    }
  }

  private void fold(Work work, LogRecord record) {
    try {
      work.transaction().lock("judging " + record.partition());
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    Custody known = work.folded(record.event().referral());
    Custody next = Custody.evolve(known, record.event(), Deadlines.SHORT);
    boolean loses = world.bug() == Bug.HOLDER_LOST_WITH_THE_NEXT_EVENT && known.open();
    work.fold(loses ? Forgotten.holder(next) : next);
  }

  /** Tells of parking, in a transaction of its own. */
  public void tell(Actor actor, ParkingEvent event) {
    Work work = begin(actor);
    try {
      work.transaction().statement("begin to tell of parking");
      work.append("parking-" + event.referral(), event, null);
      work.finish();
    } catch (SQLException failure) {
      work.undo();
      throw new IllegalStateException(failure);
    } catch (Crash killed) {
      work.undo();
      throw killed;
    }
  }

  /** A request over REST. Half of them write something before they load what they change. */
  void post(Actor actor, Call chance) {
    Work work = begin(actor);
    try {
      work.transaction().statement("begin a request");
      if (chance.dice(2) == 0) work.transaction().xid();
      work.transaction().statement("load");
      Requests.of(world, this, chance).forEach((stream, event) -> work.append(stream, event, null));
      work.finish();
    } catch (SQLException failure) {
      work.undo();
    } catch (Crash killed) {
      work.undo();
      throw killed;
    }
  }
}
