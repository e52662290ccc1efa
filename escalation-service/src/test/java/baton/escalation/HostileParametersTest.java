package baton.escalation;

import baton.escalation.fixtures.Stepped;
import baton.platform.testing.HostileParameters;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@Stepped
class HostileParametersTest extends HostileParameters {}
