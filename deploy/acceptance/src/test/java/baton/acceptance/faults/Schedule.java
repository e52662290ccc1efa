package baton.acceptance.faults;

import baton.acceptance.faults.Fault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What goes wrong in a run, and when: a function of the seed and of what there is, of nothing else.
 *
 * @param oneByOne each fault begins only when everything is ready again after the one before, and
 *     what comes later moves with it
 */
record Schedule(long seed, List<Fault> faults, boolean oneByOne) {
  private static final Duration FIRST = Duration.ofSeconds(1);

  /** A process that was started again is left alone for so long. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final Duration SHIFT = Duration.ofMillis(500);

  /** Past the first limit of an urgent referral: 30 minutes for an assessor to accept. */
  static final Duration LEAP = Duration.ofMinutes(31);

  /**
   * All services leap, one after another: until the last has, no limit may be judged by the first.
   */
  private static final Duration LEAPS_WITHIN = Duration.ofSeconds(5);

  /**
   * What there is to be broken.
   *
   * @param services processes of the four services
   * @param brokers processes of the log
   */
  record Cast(List<String> services, List<String> brokers) {
    static final String DATABASE = "postgresql";

    Cast {
      services = List.copyOf(services);
      brokers = List.copyOf(brokers);
    }

    /**
     * Instances of one service must agree on the time to half a second (docs/operating.md): where
     * there are several, no clock is set wrong.
     */
    boolean isSpread() {
      return services.stream().anyMatch(name -> name.contains("-"));
    }
  }

  /**
   * @param kills how many processes are killed; of the other faults there are as many together
   * @param span within which the faults begin
   */
  static Schedule of(long seed, Cast cast, int kills, Duration span) {
    return new Draw(seed, cast, span).all(kills);
  }

  /**
   * One process after another is killed, and is away for a while; nothing else happens.
   *
   * @param apart from one kill to the next, at least
   */
  static Schedule oneByOne(long seed, List<String> victims, Duration away, Duration apart) {
    var faults = new ArrayList<Fault>();
    for (String victim : victims)
      faults.add(
          new Fault(apart.multipliedBy(faults.size() + 1L), Kind.KILL, victim, null, away, null));
    return new Schedule(seed, List.copyOf(faults), true);
  }

  Duration end() {
    return faults.stream().map(Fault::end).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }

  long count(Kind... kinds) {
    return faults.stream().filter(fault -> List.of(kinds).contains(fault.kind())).count();
  }

  @Override
  public String toString() {
    return "seed %d%n%s"
        .formatted(
            seed,
            faults.stream()
                .map(Fault::toString)
                .collect(Collectors.joining(System.lineSeparator())));
  }

  private static final class Draw {
    private final long seed;
    private final Random random;
    private final Cast cast;
    private final Duration span;
    private final List<Fault> faults = new ArrayList<>();

    Draw(long seed, Cast cast, Duration span) {
      this.seed = seed;
      this.random = new Random(seed);
      this.cast = cast;
      this.span = span;
    }

    Schedule all(int kills) {
      var kinds = new ArrayList<>(Collections.nCopies(kills, Kind.KILL));
      kinds.addAll(Collections.nCopies(Math.max(1, kills / 4), Kind.FREEZE));
      kinds.addAll(Collections.nCopies(Math.max(1, kills / 4), Kind.CUT));
      kinds.addAll(Collections.nCopies(kills / 5, Kind.SILENCE));
      kinds.addAll(Collections.nCopies(kills / 5, Kind.STOP));
      if (!cast.isSpread()) kinds.add(Kind.SKEW);
      if (random.nextBoolean()) kinds.add(Kind.FULL_DISK);
      Collections.shuffle(kinds, random);
      var moments =
          kinds.stream().map(_ -> FIRST.plus(within(Duration.ZERO, span))).sorted().toList();
      if (!cast.isSpread()) leaps();
      for (int i = 0; i < kinds.size(); i++) faults.add(draw(kinds.get(i), moments.get(i)));
      faults.sort(Comparator.comparing(Fault::at));
      return new Schedule(seed, List.copyOf(faults), false);
    }

    private void leaps() {
      var first = span.dividedBy(2).plus(within(Duration.ZERO, span.dividedBy(3)));
      for (String service : cast.services()) {
        var at = first.plus(within(Duration.ZERO, LEAPS_WITHIN));
        faults.add(new Fault(at, Kind.LEAP, service, null, Duration.ZERO, LEAP));
      }
    }

    private Fault draw(Kind kind, Duration wanted) {
      var at = wanted;
      while (true) {
        var target = target(kind);
        var other = kind == Kind.CUT || kind == Kind.SILENCE ? part() : null;
        var fault = new Fault(at, kind, target, other, length(kind), amount(kind));
        if (faults.stream().noneMatch(before -> meet(fault, before))) return fault;
        at = at.plus(SHIFT);
      }
    }

    private static boolean meet(Fault one, Fault other) {
      return one.place().equals(other.place())
          && one.at().compareTo(other.end().plus(GRACE)) <= 0
          && other.at().compareTo(one.end().plus(GRACE)) <= 0;
    }

    private String target(Kind kind) {
      return switch (kind) {
        case CUT, SILENCE, SKEW, LEAP -> service();
        case FULL_DISK -> part();
        case KILL, FREEZE, STOP -> random.nextInt(10) < 7 ? service() : part();
      };
    }

    private String service() {
      return cast.services().get(random.nextInt(cast.services().size()));
    }

    private String part() {
      return random.nextBoolean()
          ? Cast.DATABASE
          : cast.brokers().get(random.nextInt(cast.brokers().size()));
    }

    private Duration length(Kind kind) {
      return switch (kind) {
        case KILL -> within(Duration.ofMillis(100), Duration.ofSeconds(3));
        case STOP -> within(Duration.ofMillis(500), Duration.ofSeconds(3));
        case FREEZE -> within(Duration.ofMillis(500), Duration.ofSeconds(14));
        case CUT, SILENCE -> within(Duration.ofMillis(200), Duration.ofSeconds(7));
        case FULL_DISK -> within(Duration.ofSeconds(2), Duration.ofSeconds(4));
        case SKEW -> within(Duration.ofSeconds(9), Duration.ofSeconds(15));
        case LEAP -> Duration.ZERO;
      };
    }

    /** Less than the minute by which a service may find itself behind what it has stored. */
    private Duration amount(Kind kind) {
      return kind == Kind.SKEW ? Duration.ofSeconds(random.nextInt(81) - 40L) : null;
    }

    private Duration within(Duration from, Duration to) {
      return from.plusMillis(random.nextLong(to.minus(from).toMillis()));
    }
  }
}
