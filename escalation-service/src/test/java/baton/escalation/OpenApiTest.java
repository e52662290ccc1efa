package baton.escalation;

import baton.escalation.fixtures.Stepped;
import baton.platform.testing.ServiceContract;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;

@QuarkusTest
@Stepped
class OpenApiTest extends ServiceContract {

  /** Each of them is asked in {@code ProofTest}. */
  @Override
  protected Set<String> toldInHeaders() {
    return Set.of(
        "/audit/checkpoints/key",
        "/audit/events",
        "/audit/export",
        "/audit/export/proof",
        "/audit/referrals/{referralId}/events");
  }
}
