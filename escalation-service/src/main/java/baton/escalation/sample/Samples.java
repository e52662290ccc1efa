package baton.escalation.sample;

import baton.contract.ReferralId;
import baton.custody.Custody;
import baton.escalation.clockkeeper.Age;
import baton.escalation.clockkeeper.Ages;
import baton.escalation.platform.EscalationConfig;
import baton.escalation.replay.ArchiveReplay;
import baton.escalation.replay.LogAsAt;
import baton.escalation.replay.Workshop;
import baton.escalation.sample.model.Lot;
import baton.platform.Problems;
import baton.replay.model.LedgerFull;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Draws samples from the log, one at a time and outside of any request. Keeps which referrals were
 * drawn, not their stories.
 */
@ApplicationScoped
class Samples {
  private static final int KEPT_MAX = 16;

  private final LogAsAt log;
  private final ArchiveReplay archive;
  private final Ages ages;
  private final EscalationConfig.AsAt config;
  private final Workshop<Wanted, Drawn> workshop;

  /** Least recently asked for first. */
  private final Map<Wanted, Drawn> kept = new LinkedHashMap<>(16, 0.75f, true);

  Samples(LogAsAt log, ArchiveReplay archive, Ages ages, EscalationConfig config) {
    this.log = log;
    this.archive = archive;
    this.ages = ages;
    this.config = config.asAt();
    this.workshop = new Workshop<>("sample-not-ready", "The sample", "sample", config.asAt());
  }

  /**
   * What is asked for.
   *
   * @param asAt null for now
   */
  record Wanted(String seed, int size, SampleFilter filter, Instant asAt) {}

  /** What was drawn. */
  static final class Drawn {
    private final Wanted wanted;
    private final Instant at;
    private final Age age;
    private final List<ReferralId> referrals;
    private final int matching;
    private final long madeNanos = System.nanoTime();
    private volatile boolean given;

    private Drawn(Wanted wanted, Instant at, Age age, Lot<ReferralId> lot) {
      this.wanted = wanted;
      this.at = at;
      this.age = age;
      this.referrals = lot.drawn();
      this.matching = lot.offered();
    }

    /** The moment that it is about. */
    Instant at() {
      return at;
    }

    Age age() {
      return age;
    }

    List<ReferralId> referrals() {
      return referrals;
    }

    /** From how many. */
    int matching() {
      return matching;
    }

    /** Nothing that is recorded from now on can change it. */
    private boolean isFinal() {
      return wanted.asAt() != null && !age.completeTo().isBefore(at);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    workshop.stop();
  }

  /** Drawn anew where it may have changed since somebody was given it. */
  Drawn of(Wanted wanted) {
    Drawn drawn = workshop.get(wanted, () -> kept(wanted), () -> draw(wanted), this::keep);
    drawn.given = true;
    return drawn;
  }

  private Optional<Drawn> kept(Wanted wanted) {
    synchronized (kept) {
      long now = System.nanoTime();
      kept.values().removeIf(each -> now - each.madeNanos > config.keptFor().toNanos());
      return Optional.ofNullable(kept.get(wanted)).filter(drawn -> !drawn.given || drawn.isFinal());
    }
  }

  private void keep(Drawn drawn) {
    synchronized (kept) {
      kept.put(drawn.wanted, drawn);
      if (kept.size() > KEPT_MAX) kept.remove(kept.keySet().iterator().next());
    }
  }

  private Drawn draw(Wanted wanted) {
    // How far everything is known is asked first: what is read afterwards holds at least that.
    Age now = ages.now();
    Instant at = wanted.asAt() == null ? now.asOf() : wanted.asAt();
    var lot = new Lot<ReferralId>(wanted.seed(), wanted.size());
    try {
      log.each(
          at,
          0,
          (referral, custody) -> {
            if (!matches(referral, custody, at, wanted.filter())) return;
            synchronized (lot) {
              lot.add(referral, referral);
            }
          });
    } catch (LedgerFull tooMuchOpen) {
      throw tooLarge();
    }
    return new Drawn(wanted, at, Age.at(at, now), lot);
  }

  /**
   * @param custody null of what was concluded by then, where memory was short
   */
  private boolean matches(ReferralId referral, Custody custody, Instant at, SampleFilter filter) {
    if (custody != null) return filter.matches(custody);
    return filter
        .ofConcluded()
        .orElseGet(() -> archive.at(referral, at).filter(filter::matches).isPresent());
  }

  private RuntimeException tooLarge() {
    return Problems.of(
        409,
        "as-at-memory",
        "Refused as things stand",
        "To draw a sample the log is read, and what was open at that moment takes more than the %d"
                .formatted(config.bytesMax() >> 20)
            + " MiB that it may; give it more by baton.escalation.as-at.memory-max and, if need be,"
            + " the service a larger heap");
  }
}
