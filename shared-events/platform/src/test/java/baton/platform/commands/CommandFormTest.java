package baton.platform.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandFormTest {
  private static final String REFERRAL = "0199aaaa-0000-7000-8000-000000000001";
  private static final Map<String, Naming> WORDS =
      Map.of(
          "allocate", Naming.CASE,
          "grade", Naming.REFERRAL,
          "bring-own", Naming.PERSON,
          "catch-up", Naming.NOTHING);

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void what_the_event_names_counts_and_not_what_its_data_says_of_it() {
    ObjectNode event = event("allocate", "\"subject\":\"" + REFERRAL + "\",\"onbehalfof\":\"p-1\"");
    ((ObjectNode) event.path("data")).put("referralId", "another").put("onBehalfOf", "p-2");
    CommandForm form = CommandForm.of(event, WORDS);
    assertThat(form.content().toString())
        .isEqualTo(
            "{\"x\":1,\"onBehalfOf\":\"p-1\",\"referralId\":\"%s\",\"command\":\"allocate\"}"
                .formatted(REFERRAL));
    assertThat(form.data().path("referralId").asText()).as("as sent").isEqualTo("another");
  }

  @Test
  void a_case_may_be_named_as_the_force_knows_it_and_a_grade_may_not() {
    ObjectNode known = event("allocate", "\"onbehalfof\":\"p-1\"");
    ((ObjectNode) known.path("data")).put("localReference", "46-1");
    assertThat(CommandForm.of(known, WORDS).referral()).isNull();
    known.put("type", "baton.command.grade.v1");
    assertThat(wrong(known)).contains("/subject").doesNotContain("/onbehalfof");
  }

  @Test
  void each_command_names_what_it_needs() {
    assertThat(wrong(event("grade", "\"x\":1"))).contains("/subject", "/onbehalfof");
    assertThat(wrong(event("bring-own", "\"x\":1"))).contains("/onbehalfof").doesNotContain("subj");
    assertThat(CommandForm.of(event("catch-up", "\"x\":1"), WORDS).onBehalfOf()).isNull();
    assertThat(wrong(event("review", "\"onbehalfof\":\"p-1\"")))
        .as("another service's")
        .contains("/type");
  }

  private String wrong(ObjectNode event) {
    var problem = new HttpProblem[1];
    assertThatThrownBy(() -> CommandForm.of(event, WORDS))
        .isInstanceOfSatisfying(HttpProblem.class, thrown -> problem[0] = thrown);
    return json.valueToTree(problem[0].getParameters().get("violations")).toString();
  }

  private ObjectNode event(String name, String attributes) {
    try {
      return (ObjectNode)
          json.readTree(
              "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"baton.command.%s.v1\",%s,\"data\":{\"x\":1}}"
                  .formatted(name, attributes));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
