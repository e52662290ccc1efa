package baton.custody;

import static org.assertj.core.api.Assertions.assertThat;

import baton.contract.Unrecognised;
import baton.contract.journal.EventParked;
import baton.contract.journal.ParkReason;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;

/** The custody board stores the fold's state as JSON; what it reads must be what it wrote. */
class JsonRoundTripTest {
  private final ObjectMapper plain = new ObjectMapper().registerModule(new JavaTimeModule());
  private final ObjectMapper sparse =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .setSerializationInclusion(Include.NON_NULL);

  @Test
  void nothing_known_comes_back_equal() throws JsonProcessingException {
    assertComesBack(Custody.none(Story.REFERRAL));
  }

  @Test
  void any_state_comes_back_equal() throws JsonProcessingException {
    for (long seed = 0; seed < 200; seed++) {
      var random = new RandomStory(seed);
      Story story = random.next();
      for (int i = 0; i < 20; i++) story = random.next();
      assertComesBack(story.custody());
    }
  }

  @Test
  void what_stands_against_trusting_it_comes_back_too() throws JsonProcessingException {
    var story = Story.disseminatedToKent();
    story
        .read(story.at("/intake-service", 0, new Unrecognised("baton.other.v1", false)))
        .read(story.at("/risk-service", 5, new Unrecognised("baton.other.v1", false)))
        .risk(
            new EventParked(
                Story.REFERRAL, "risk-service", story.lastId(), null, ParkReason.REFUSED))
        .allocation(new Unrecognised("baton.custody-reverted.v1", true));
    assertComesBack(story.custody());
  }

  private void assertComesBack(Custody custody) throws JsonProcessingException {
    for (ObjectMapper mapper : new ObjectMapper[] {plain, sparse})
      assertThat(mapper.readValue(mapper.writeValueAsString(custody), Custody.class))
          .isEqualTo(custody);
  }
}
