package baton.intake;

import baton.platform.testing.HostileParameters;
import baton.testing.BatonTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(BatonTestResource.class)
class HostileParametersTest extends HostileParameters {}
