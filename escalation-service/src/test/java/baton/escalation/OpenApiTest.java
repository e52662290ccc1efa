package baton.escalation;

import baton.escalation.fixtures.Stepped;
import baton.platform.testing.ServiceContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@Stepped
class OpenApiTest extends ServiceContract {}
