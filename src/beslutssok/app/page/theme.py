"""The look of Gradio's own parts: the machine's fonts, quiet colours, light and dark."""

from gradio.themes import Base, Color

INK = Color(
    c50="#f3f6f8",
    c100="#e3eaef",
    c200="#c6d5de",
    c300="#9db8c7",
    c400="#6a94aa",
    c500="#3f748f",
    c600="#235d7a",
    c700="#1b4b63",
    c800="#173f53",
    c900="#143444",
    c950="#0c2230",
)
STONE = Color(
    c50="#faf9f6",
    c100="#f3f1ec",
    c200="#e5e2da",
    c300="#cfcbc0",
    c400="#98958b",
    c500="#6b6961",
    c600="#54524c",
    c700="#3f3e3a",
    c800="#262826",
    c900="#1a1c1c",
    c950="#121414",
)
FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Liberation Sans", "sans-serif")


def build_theme() -> Base:
    """Give the theme; nothing of it is fetched from anywhere."""
    theme = Base(
        primary_hue=INK,
        secondary_hue=INK,
        neutral_hue=STONE,
        font=FONTS,
        font_mono=("ui-monospace", "Liberation Mono", "monospace"),
        text_size="md",
        radius_size="md",
    )
    return theme.set(
        body_background_fill="#faf9f6",
        body_background_fill_dark="#15191c",
        body_text_color="#1d2428",
        body_text_color_dark="#e8e6e1",
        background_fill_primary_dark="#1c2125",
        background_fill_secondary_dark="#1c2125",
        block_background_fill="transparent",
        block_background_fill_dark="transparent",
        block_border_width="0px",
        block_padding="0px",
        block_label_text_color="*neutral_600",
        block_title_text_color="#3b4247",
        block_title_text_color_dark="#c9c6be",
        block_title_text_weight="500",
        block_title_text_size="*text_sm",
        input_background_fill="#ffffff",
        input_background_fill_dark="#1c2125",
        input_border_color="#8a8778",
        input_border_color_dark="#7d8489",
        input_border_color_focus="*primary_600",
        input_border_color_focus_dark="*primary_300",
        input_border_width="1px",
        input_placeholder_color="#6a685f",
        input_placeholder_color_dark="#a09d94",
        button_primary_background_fill="*primary_600",
        button_primary_background_fill_hover="*primary_700",
        button_primary_background_fill_dark="*primary_300",
        button_primary_background_fill_hover_dark="*primary_200",
        button_primary_text_color="#ffffff",
        button_primary_text_color_dark="#0c2230",
        button_secondary_background_fill="#ffffff",
        button_secondary_background_fill_hover="*primary_50",
        button_secondary_background_fill_dark="#1c2125",
        button_secondary_background_fill_hover_dark="#262d32",
        button_secondary_border_color="#c9c5b8",
        button_secondary_border_color_dark="#4a5156",
        button_secondary_text_color="#1b4b63",
        button_secondary_text_color_dark="#b9d0dc",
    )
