package baton.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoleTest {

  @Test
  void every_role_is_known_by_its_claim() {
    for (Role role : Role.values()) assertThat(Role.of(role.claim())).contains(role);
    assertThat(Role.of("intruder")).isEmpty();
  }
}
