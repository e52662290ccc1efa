package baton.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.contract.allocation.CaseOpened;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.junit.jupiter.api.Test;

class EarlierVersionsTest {
  @JsonTypeName("baton.case-opened.v0")
  record CaseOpenedOnce(String referralNumber) implements EarlierVersion<CaseOpened> {
    @Override
    public CaseOpened today() {
      return new CaseOpened(ReferralId.of(referralNumber));
    }
  }

  @JsonTypeName("baton.case-opened.v1")
  record StillWritten() implements EarlierVersion<CaseOpened> {
    @Override
    public CaseOpened today() {
      throw new UnsupportedOperationException();
    }
  }

  private final EarlierVersions earlier =
      EarlierVersions.OF_CONTRACT.with(CaseOpenedOnce.class, CaseOpened.class);

  @Test
  void an_earlier_version_is_found_by_its_wire_name() {
    assertThat(earlier.find("baton.case-opened.v0"))
        .contains(new EarlierVersions.Entry<>(CaseOpenedOnce.class, CaseOpened.class));
    assertThat(earlier.find("baton.case-opened.v1")).isEmpty();
  }

  @Test
  void a_wire_name_means_one_thing_for_ever() {
    assertThatThrownBy(() -> earlier.with(CaseOpenedOnce.class, CaseOpened.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> earlier.with(StillWritten.class, CaseOpened.class))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
