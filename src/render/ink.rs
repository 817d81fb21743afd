//! The colours of text on a terminal, which never say anything that no word beside them says.

/// A colour that can be read on white, on black and on what terminals have between them.
///
/// The eight usual colours are what each terminal makes of them, and some can't be read: yellow on
/// white has a contrast of 1.7 (xterm) to 4.2, red on black of 1.9 (Windows of old) to 3.8. These
/// are of the 240 that no terminal sets otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// What binds, and an error.
    Red,
    /// What is anticipatory.
    Yellow,
    /// What could not be judged.
    Magenta,
}

impl Ink {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Red, Self::Yellow, Self::Magenta];

    /// Its number among the 256 of a terminal.
    pub const fn code(self) -> u8 {
        match self {
            Self::Red => 167,
            Self::Yellow => 100,
            Self::Magenta => 133,
        }
    }
}

#[cfg(test)]
#[allow(clippy::float_arithmetic)]
mod tests {
    use super::*;

    /// White and black, both of Solarized with their raised grounds, and what GNOME, Ubuntu,
    /// Windows, Visual Studio Code, One Half and Tango have.
    const GROUNDS: [u32; 12] = [
        0xFF_FFFF, 0xFA_FAFA, 0xFD_F6E3, 0xEE_E8D5, 0x00_0000, 0x0C_0C0C, 0x1E_1E1E, 0x00_2B36,
        0x07_3642, 0x30_0A24, 0x28_2C34, 0x2E_3436,
    ];

    /// The relative luminance of WCAG 2.
    fn luminance(color: [u8; 3]) -> f64 {
        let linear = |part: u8| match f64::from(part) / 255.0 {
            low if low <= 0.04045 => low / 12.92,
            high => ((high + 0.055) / 1.055).powf(2.4),
        };
        let [red, green, blue] = color.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn of_cube(code: u8) -> [u8; 3] {
        let at = code - 16;
        [at / 36, at / 6 % 6, at % 6].map(|step| if step == 0 { 0 } else { 55 + 40 * step })
    }

    #[test]
    fn every_ink_can_be_read_on_every_usual_ground() {
        for ink in Ink::ALL {
            let ink_light = luminance(of_cube(ink.code()));
            for ground in GROUNDS {
                let [_, red, green, blue] = ground.to_be_bytes();
                let ground_light = luminance([red, green, blue]);
                let (light, dark) = (ink_light.max(ground_light), ink_light.min(ground_light));
                let contrast = (light + 0.05) / (dark + 0.05);
                assert!(contrast >= 3.0, "{ink:?} on {ground:06X}: {contrast:.2}");
            }
        }
    }
}
