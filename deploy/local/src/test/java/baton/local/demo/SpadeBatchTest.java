package baton.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class SpadeBatchTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void there_are_2345_names_with_a_reference_of_their_own() throws Exception {
    var references = new HashSet<String>();
    for (String line : SpadeBatch.lines(1, JSON))
      references.add(JSON.readTree(line).get("reference").asText());
    assertThat(references).hasSize(2_345);
  }

  @Test
  void forces_have_their_share_as_published() throws Exception {
    var byForce = new HashMap<String, Integer>();
    for (String line : SpadeBatch.lines(1, JSON))
      byForce.merge(JSON.readTree(line).get("force").asText(), 1, Integer::sum);
    assertThat(byForce).hasSize(17).isEqualTo(ForceShares.scaledTo(2_345));
    assertThat(byForce.get("01")).isEqualTo(664); // 193 of 682
    assertThat(byForce.get("60")).isBetween(51, 52); // 15 of 682
  }

  @Test
  void the_same_seed_gives_the_same_package() {
    assertThat(SpadeBatch.lines(7, JSON))
        .isEqualTo(SpadeBatch.lines(7, JSON))
        .isNotEqualTo(SpadeBatch.lines(8, JSON));
  }
}
