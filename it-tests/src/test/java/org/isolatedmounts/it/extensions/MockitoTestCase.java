package org.isolatedmounts.it.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import org.isolatedmounts.IsolatedMounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mock;
import org.mockito.MockedStatic;
import org.mockito.junit.jupiter.MockitoExtension;

/** Strict stubs, and the inline mock maker, which makes an agent of itself. */
@IsolatedMounts
@ExtendWith(MockitoExtension.class)
@SuppressWarnings("DirectInvocationOnMock") // what a test of Mockito itself does
class MockitoTestCase {

    static final class Final {

        static String said() {
            return "original";
        }

        String name() {
            return "original";
        }
    }

    @Mock
    List<String> list;

    @Test
    void stubsWhatIsFinalAndStatic(@Mock Final injected) {
        when(injected.name()).thenReturn("mocked");
        when(list.get(0)).thenReturn("first");
        Final made = mock(Final.class);

        assertThat(injected.name()).isEqualTo("mocked");
        assertThat(made.name()).isNull();
        assertThat(list.get(0)).isEqualTo("first");
        try (MockedStatic<Final> statics = mockStatic(Final.class)) {
            statics.when(Final::said).thenReturn("mocked");
            assertThat(Final.said()).isEqualTo("mocked");
        }
        assertThat(Final.said()).isEqualTo("original");
    }

    @Test
    void unnecessaryStubbing() {
        when(list.get(0)).thenReturn("never asked for");
    }

    @Test
    void otherArgument() {
        when(list.get(0)).thenReturn("first");
        assertThat(list.get(1)).isNull();
    }

    @Test
    void neverCalled() {
        verify(list).clear();
    }
}
