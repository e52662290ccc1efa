package baton.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
  @Test
  void a_referral_id_is_a_version_7_uuid_and_prints_bare() {
    assertThat(ReferralId.of("0199aaaa-0000-7000-8000-000000000001"))
        .hasToString("0199aaaa-0000-7000-8000-000000000001");
    assertThatThrownBy(() -> ReferralId.of("3f2a4d5e-0000-5000-8000-000000000003"))
        .hasMessageContaining("UUIDv7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1-2-3-4-5", "0199aaaa-0000-7000-8000-00000000000g"})
  void what_is_no_uuid_is_refused_with_its_form(String text) {
    assertThatThrownBy(() -> ReferralId.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("36-character");
  }

  @Test
  void referral_ids_sort_by_the_time_of_receipt() {
    var july = ReferralId.of("0199aaaa-0000-7000-8000-000000000001");
    var muchLater = ReferralId.of("ff99aaaa-0000-7000-8000-000000000001");
    assertThat(july).isLessThan(muchLater);
  }

  @ParameterizedTest
  @ValueSource(strings = {"46", "nca", "toronto-police"})
  void an_organisation_is_a_force_code_or_a_slug(String code) {
    assertThat(OrganisationCode.of(code)).hasToString(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "046", "Kent", "toronto police", "-x", ""})
  void anything_else_is_no_organisation(String code) {
    assertThatThrownBy(() -> OrganisationCode.of(code))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void kent_is_46_and_can_be_found_by_name() {
    assertThat(Forces.byCode(OrganisationCode.of("46"))).map(Force::name).contains("Kent");
    assertThat(Forces.byName(" kent ")).map(Force::code).contains(OrganisationCode.of("46"));
    assertThat(Forces.all()).hasSize(46);
  }

  @Test
  void an_actor_reads_what_it_prints() {
    assertThat(Actor.of("person:p-1001"))
        .isEqualTo(Actor.person(PersonId.of("p-1001")))
        .hasToString("person:p-1001");
    assertThatThrownBy(() -> Actor.of("p-1001")).isInstanceOf(IllegalArgumentException.class);
  }
}
