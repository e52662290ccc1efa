package baton.escalation.health.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchingTest {
  private static final Duration MAX = Duration.ofSeconds(10);
  private static final Duration LONG = Duration.ofSeconds(11);

  private boolean brokerAnswered = true;
  private String notReading;
  private List<String> unheard = List.of();
  private Duration lookAge = Duration.ofSeconds(1);
  private Duration unjudged = Duration.ofSeconds(1);
  private String untold;

  @Test
  void while_all_is_well_there_is_no_reason() {
    assertThat(reasons()).isEmpty();
  }

  @Test
  void a_broker_that_has_not_answered_is_the_one_reason_for_reading_nothing() {
    brokerAnswered = false;
    notReading = "STARTING, waits for the broker";
    assertThat(reasons()).containsExactly("the broker has not answered since the start");
  }

  @Test
  void that_it_does_not_read_is_told_with_why() {
    notReading = "REFUSED, the topic was made anew";
    assertThat(reasons())
        .containsExactly("it does not read the log: REFUSED, the topic was made anew");
  }

  @Test
  void each_writer_that_is_not_heard_is_named() {
    unheard = List.of("/risk-service", "/escalation-service");
    assertThat(reasons())
        .containsExactly(
            "risk-service is not heard: what it did is not known",
            "escalation-service is not heard: what it did is not known");
  }

  @Test
  void a_look_that_does_not_end_is_told_and_what_it_could_not_judge_follows_from_it() {
    lookAge = LONG;
    unjudged = LONG;
    assertThat(reasons()).containsExactly("it has looked at nothing for more than 10 s");
  }

  @Test
  void looks_that_can_judge_nothing_new_are_told() {
    unjudged = Duration.ofSeconds(95);
    assertThat(reasons()).containsExactly("it cannot judge what fell due in the last 95 s");
  }

  @Test
  void the_limit_itself_is_in_time() {
    lookAge = MAX;
    unjudged = MAX;
    assertThat(reasons()).isEmpty();
  }

  @Test
  void what_cannot_be_told_to_others_is_a_reason() {
    untold = "The relay publishes nothing: the topic was made anew";
    assertThat(reasons()).containsExactly(untold);
  }

  @Test
  void all_reasons_stand_beside_each_other() {
    notReading = "STOPPED, it was stopped";
    unheard = List.of("/intake-service");
    lookAge = LONG;
    untold = "The relay is stopped.";
    assertThat(reasons()).hasSize(4);
  }

  private List<String> reasons() {
    return new Watching(brokerAnswered, notReading, unheard, lookAge, unjudged, untold)
        .blindBecause(MAX);
  }
}
